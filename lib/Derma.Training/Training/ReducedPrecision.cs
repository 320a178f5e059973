using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Steps in 16 bits with master weights in 32: inside a step the network's own weights are rounded copies, batch norms excepted, and the optimizer
/// changes the masters (Micikevicius et al. 2018). Outside, the network holds the masters.
/// </summary>
sealed class ReducedPrecision : IDisposable
{
    readonly Classifier model;
    readonly nn.Module[] rounded;
    Parameter[] weights = [];

    /// <exception cref="UserError">The device does not compute in this precision.</exception>
    public ReducedPrecision(Classifier model, Precision precision)
    {
        this.model = model;
        Type = precision == Precision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float16;
        Require(model.Device, precision);
        Masters = [.. model.parameters().Select(p => new Parameter(p.detach().clone().DetachFromDisposeScope()))];
        rounded = [.. model.named_modules().Select(m => m.module).Where(m => m is not BatchNorm && m.parameters(recurse: false).Any())];
    }

    /// <summary>What activations and gradients are made of.</summary>
    public ScalarType Type { get; }

    /// <summary>The weights that the optimizer changes, in the network's order.</summary>
    public Parameter[] Masters { get; }

    /// <summary>Takes the network's weights over and leaves rounded ones.</summary>
    public void Enter()
    {
        weights = [.. model.parameters()];
        Copy(weights, Masters);
        foreach (var module in rounded) module.to(Type);
        weights = [.. model.parameters()];
    }

    /// <summary>Gives the network its weights in 32 bits.</summary>
    public void Leave()
    {
        foreach (var weight in weights) weight.grad = null;
        foreach (var module in rounded) module.to(ScalarType.Float32);
        Copy(Masters, [.. model.parameters()]);
    }

    /// <summary>Brings the gradients to the masters and forgets the network's.</summary>
    /// <returns>Whether all are finite.</returns>
    public bool TakeGradients(double lossScale)
    {
        using var scope = NewDisposeScope();
        var sum = zeros([], device: model.Device);
        for (var i = 0; i < weights.Length; i++)
        {
            Masters[i].grad = weights[i].grad?.to(ScalarType.Float32, copy: true).mul_(1 / lossScale);
            weights[i].grad = null;
            if (Masters[i].grad is { } gradient) sum += gradient.sum();
        }
        return Type == ScalarType.BFloat16 || float.IsFinite(sum.item<float>());
    }

    /// <summary>Rounds the changed masters into the network.</summary>
    public void GiveWeights() => Copy(Masters, weights);

    public void Dispose()
    {
        foreach (var master in Masters) master.Dispose();
    }

    static void Copy(Parameter[] from, Parameter[] to)
    {
        using var frozen = no_grad();
        for (var i = 0; i < from.Length; i++) to[i].copy_(from[i]);
    }

    static void Require(Device device, Precision precision)
    {
        if (precision == Precision.Float16 && device.type != DeviceType.CUDA)
            throw new UserError($"Precision Float16 is not on this device ({device}): it needs CUDA; use BFloat16 or Float32.");
        try
        {
            using var scope = NewDisposeScope();
            var type = precision == Precision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float16;
            var (image, kernel) = (ones([1, 1, 3, 3], type, device), ones([1, 1, 3, 3], type, device, requires_grad: true));
            nn.functional.conv2d(image, kernel).sum().backward();
        }
        catch (ExternalException error)
        {
            throw new UserError($"Precision {precision} is not on this device ({device}): {error.Message.Split('\n')[0]}");
        }
    }
}
