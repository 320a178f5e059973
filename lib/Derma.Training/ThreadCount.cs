using TorchSharp;

namespace Derma.Training;

/// <summary>Threads of all the native code that a training runs.</summary>
public static class ThreadCount
{
    /// <summary>
    /// Sets the tensor library's threads; its matrix products and convolutions, which the package brings with it, follow. Another number of
    /// threads gives other bits.
    /// </summary>
    /// <param name="threads">At least 1.</param>
    public static void Set(int threads) => torch.set_num_threads(threads);
}
