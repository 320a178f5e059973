namespace Derma.Prediction;

/// <summary>Where a model runs.</summary>
public enum Device
{
    /// <summary>CUDA where its provider loads, else the CPU.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>The first CUDA device; an error where its provider does not load.</summary>
    Cuda,
}
