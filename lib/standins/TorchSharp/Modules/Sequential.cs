using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class Sequential : nn.Module<Tensor, Tensor>
{
    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) register_module(name, module);
    }

    /// <summary>Disposes what each step hands to the next, as soon as nothing but autograd can need it.</summary>
    public override Tensor forward(Tensor tensor)
    {
        var current = tensor;
        foreach (var (_, module) in _internal_submodules)
        {
            var next = ((nn.IModule<Tensor, Tensor>)module).call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return ReferenceEquals(current, tensor) ? tensor.alias() : current;
    }
}
