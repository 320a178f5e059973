using static TorchSharp.torch;

namespace Derma.TestSupport;

/// <summary>Tests that depend on the tensor library's one default generator or thread count: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TensorLibrary
{
    public const string Name = "tensor library";

    /// <summary>Living tensors. Handles that an earlier test left to the collector are not counted.</summary>
    public static long Alive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
