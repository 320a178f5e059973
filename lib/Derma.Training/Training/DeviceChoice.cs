using System.Globalization;
using TorchSharp;

namespace Derma.Training;

/// <summary>Where a training computes, as a user says it: <c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
/// <param name="Kind">Which sort of device.</param>
/// <param name="Index">Which card, 0 for the first; null for the first and wherever there is no choice.</param>
public sealed record DeviceChoice(DeviceKind Kind, int? Index = null)
{
    /// <summary>A card where there is one, else the processor.</summary>
    public static DeviceChoice Auto { get; } = new(DeviceKind.Auto);

    /// <summary>The processor.</summary>
    public static DeviceChoice Cpu { get; } = new(DeviceKind.Cpu);

    /// <summary>The first card of NVIDIA.</summary>
    public static DeviceChoice Cuda { get; } = new(DeviceKind.Cuda);

    /// <summary>Reads a choice, in any case.</summary>
    /// <param name="text"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <exception cref="UserError">It is none of them.</exception>
    public static DeviceChoice Parse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "auto" => Auto,
        "cpu" => Cpu,
        "cuda" => Cuda,
        ['c', 'u', 'd', 'a', ':', .. var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            => new DeviceChoice(DeviceKind.Cuda, index),
        _ => throw new UserError($"There is no device '{text}': choose auto, cpu, cuda or cuda:N, N counting the cards from 0."),
    };

    /// <summary>The device itself. A choice means the same device as long as the process lives.</summary>
    /// <exception cref="UserError">CUDA is asked for, and this build or this machine has none, or not so many cards.</exception>
    public torch.Device Open() => Open(torch.cuda.is_available() ? torch.cuda.device_count() : 0);

    /// <summary>
    /// Brings a network to the device, where photos will follow it. Its parameters are new objects unless it is there already.
    /// </summary>
    /// <param name="model">The network; an optimizer made for it before would change dead parameters.</param>
    /// <returns>The device.</returns>
    /// <exception cref="UserError">The device is not here.</exception>
    public torch.Device Bring(Classifier model) => Bring(model, Open());

    internal static torch.Device Bring(Classifier model, torch.Device device)
    {
        if (model.Device.type != device.type || model.Device.index != device.index) model.to(device);
        return device;
    }

    /// <param name="cards">Cards that the tensor library finds.</param>
    internal torch.Device Open(int cards)
    {
        if (Kind == DeviceKind.Cpu || (Kind == DeviceKind.Auto && cards == 0)) return torch.CPU;
        var index = Index ?? 0;
        if (cards == 0)
            throw new UserError($"The device {this} is not here: the tensor library finds no CUDA card. "
                + "Build with -p:Torch=cuda and look at the driver (docs/gpu.md), or choose cpu or auto.");
        if (index >= cards) throw new UserError($"The device {this} is not here: there are {cards} CUDA cards, counted from 0.");
        return new torch.Device(DeviceType.CUDA, index);
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Index is { } index ? $"cuda:{index}" : Kind.ToString().ToLowerInvariant();
}

/// <summary>Sorts of devices.</summary>
public enum DeviceKind
{
    /// <summary>A CUDA card where the tensor library finds one, else the processor.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A CUDA card.</summary>
    Cuda,
}
