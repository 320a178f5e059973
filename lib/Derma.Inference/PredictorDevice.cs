namespace Derma.Inference;

/// <summary>Where a model runs.</summary>
public enum PredictorDevice
{
    /// <summary>CUDA where its provider loads, else the CPU.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>The first CUDA device; an error where its provider does not load.</summary>
    Cuda,
}
