namespace Derma.Training;

/// <summary>The numbers that a training step computes with. The weights that the optimizer changes, and everything saved, are 32 bits wide.</summary>
public enum Precision
{
    /// <summary>32 bits.</summary>
    Float32,

    /// <summary>16 bits with the range of 32, where the device computes with them: most processors and newer graphics cards.</summary>
    BFloat16,

    /// <summary>Half precision with a scaled loss, on CUDA only (Smart Derma 4.2.5: Apex mixed precision, which PyTorch has taken over).</summary>
    Float16,
}
