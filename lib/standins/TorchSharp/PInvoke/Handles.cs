using static TorchSharp.torch;

namespace TorchSharp.PInvoke;

internal static class Handles
{
    internal static nint[] Of(IEnumerable<Tensor> tensors) => [.. tensors.Select(t => t.Handle)];
}
