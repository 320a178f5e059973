using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Steps in 16 bits with master weights in 32: inside a step the network's own weights are rounded copies, batch norms excepted, and the
/// optimizer changes the masters (Micikevicius et al. 2018). Outside, the network holds the masters.
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

    /// <summary>Says where the processor computes in this precision without instructions for it; null elsewhere.</summary>
    public string? Remark => model.Device.type != DeviceType.CPU || HasBFloat16() is not false ? null
        : $"Precision {Precision.BFloat16} is right but slow on this processor, which has neither AVX512-BF16 nor AMX: "
            + $"{Precision.Float32} is faster.";

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
        Tensor? sum = null;
        for (var i = 0; i < weights.Length; i++)
        {
            Masters[i].grad = weights[i].grad?.to(ScalarType.Float32, copy: true).mul_(1 / lossScale);
            weights[i].grad = null;
            if (Type == ScalarType.Float16 && Masters[i].grad is { } gradient)
                sum = sum is null ? gradient.sum() : sum.add_(gradient.sum());
        }
        return sum is null || float.IsFinite(sum.item<float>());
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

    /// <summary>Whether an Intel or AMD processor has the instructions (CPUID leaf 7: AMX-BF16, AVX512-BF16); null on others.</summary>
    static bool? HasBFloat16()
    {
        if (!X86Base.IsSupported) return null;
        var amx = (X86Base.CpuId(7, 0).Edx >> 22 & 1) == 1;
        return amx || (X86Base.CpuId(7, 1).Eax >> 5 & 1) == 1;
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

/// <summary>
/// The numbers that a training step computes with. The weights that the optimizer changes, and everything saved, are 32 bits wide.
/// </summary>
public enum Precision
{
    /// <summary>32 bits.</summary>
    Float32,

    /// <summary>16 bits with the range of 32, where the device computes with them: most processors and newer graphics cards.</summary>
    BFloat16,

    /// <summary>
    /// Half precision with a scaled loss, on CUDA only (Smart Derma 4.2.5: Apex mixed precision, which PyTorch has taken over).
    /// </summary>
    Float16,
}

/// <summary>
/// The factor that keeps gradients in the range of half precision, as PyTorch's <c>GradScaler</c>: halved when a gradient is no number,
/// doubled after enough steps without one.
/// </summary>
public sealed record LossScale
{
    const int StepsToGrow = 2000;

    /// <summary>The factor of the loss.</summary>
    public double Factor { get; init; } = 65536;

    /// <summary>Steps since the factor last changed.</summary>
    public int Steps { get; init; }

    /// <summary>The scale of the next step.</summary>
    /// <param name="finite">Whether every gradient of this one was a number.</param>
    public LossScale After(bool finite) =>
        !finite ? new LossScale { Factor = Factor / 2 }
        : Steps + 1 == StepsToGrow ? new LossScale { Factor = Factor * 2 }
        : this with { Steps = Steps + 1 };
}
