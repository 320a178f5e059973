namespace Derma.Inference;

/// <summary>What a model says about one photo. Not a diagnosis.</summary>
/// <param name="Classes">Every class, the likeliest first.</param>
/// <param name="Sure">Whether the confidence reaches the predictor's threshold; otherwise the answer is "not sure".</param>
/// <param name="Warnings">What is wrong with the photo; empty where nothing is.</param>
/// <param name="HeatMap">What speaks for the likeliest class; null where the model file cannot tell.</param>
/// <param name="Members">The likeliest class of each network of an ensemble, by network name; empty for a single network.</param>
public sealed record Answer(
    IReadOnlyList<ClassProbability> Classes,
    bool Sure,
    IReadOnlyList<PhotoWarning> Warnings,
    HeatMapGrid? HeatMap,
    IReadOnlyDictionary<string, string> Members)
{
    /// <summary>The likeliest class.</summary>
    public ClassProbability Best => Classes[0];
}
