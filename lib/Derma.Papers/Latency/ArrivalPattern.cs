namespace Derma.Papers;

/// <summary>When the requests of an open loop start.</summary>
public enum ArrivalPattern
{
    /// <summary>The same time between any two.</summary>
    Constant,

    /// <summary>Independent of each other, as people are: exponential times between them.</summary>
    Poisson,
}
