using System.Runtime.InteropServices;
using TorchSharp;

namespace Derma.Training;

/// <summary>Threads of all the native code that a training runs.</summary>
public static partial class ThreadCount
{
    /// <summary>
    /// Sets the tensor library's threads and OpenBLAS's, which it does not set itself: left alone, OpenBLAS takes OMP_NUM_THREADS or every
    /// core, and another number of threads gives other bits.
    /// </summary>
    /// <param name="threads">At least 1.</param>
    public static void Set(int threads)
    {
        torch.set_num_threads(threads);
        try
        {
            openblas_set_num_threads(threads);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // The packaged libtorch brings another BLAS, which follows the tensor library's setting.
        }
    }

    [LibraryImport("libopenblas.so.0")]
    private static partial void openblas_set_num_threads(int threads);
}
