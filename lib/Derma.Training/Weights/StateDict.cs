using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A module's tensors by name, in PyTorch's order.</summary>
public static class StateDict
{
    /// <summary>
    /// Parameters and buffers, module by module, depth first, a module's parameters before its buffers. TorchSharp's own state_dict lists all
    /// parameters before all buffers.
    /// </summary>
    /// <returns>The module's own tensors, not copies.</returns>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Of(nn.Module module) => [.. Walk(module, "")];

    static IEnumerable<(string Name, Tensor Tensor)> Walk(nn.Module module, string prefix) =>
    [
        .. module.named_parameters(recurse: false).Select(p => (prefix + p.name, (Tensor)p.parameter)),
        .. module.named_buffers(recurse: false).Select(b => (prefix + b.name, b.buffer)),
        .. module.named_children().SelectMany(child => Walk(child.module, $"{prefix}{child.name}.")),
    ];
}
