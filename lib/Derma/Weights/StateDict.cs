using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Weights;

/// <summary>A module's tensors by name, in PyTorch's order.</summary>
public static class StateDict
{
    /// <summary>
    /// Parameters and buffers, module by module, depth first, a module's parameters before its buffers. TorchSharp's own state_dict lists all
    /// parameters before all buffers.
    /// </summary>
    /// <returns>The module's own tensors, not copies.</returns>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Of(nn.Module module)
    {
        var order = module.named_modules().Select((child, i) => (child.name, i)).ToDictionary(entry => entry.name, entry => entry.i + 1);
        int Place(string name) => name.LastIndexOf('.') is var dot and >= 0 ? order[name[..dot]] : 0;
        var parameters = module.named_parameters().Select(p => (p.name, (Tensor)p.parameter));
        var buffers = module.named_buffers().Select(b => (b.name, b.buffer));
        return [.. parameters.Concat(buffers).OrderBy(entry => Place(entry.name))];
    }
}
