namespace Derma.Training;

/// <summary>The learning rate as a function of the step alone, so that a resumed training needs no state for it.</summary>
public enum RateSchedule
{
    /// <summary>The same at every step.</summary>
    Constant,

    /// <summary>
    /// From 1/25 of the rate up to it over the first 30 % of the steps, then down to nearly nothing, both along a cosine
    /// (Smith and Topin 2017; the figures are PyTorch's defaults).
    /// </summary>
    OneCycle,
}
