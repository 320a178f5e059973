using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A tensor of a weights file, whatever its format: what it is at once, its numbers on demand.</summary>
/// <param name="Name">Name as in a PyTorch state_dict.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Read">Makes a new tensor of that shape and type; the caller disposes it.</param>
sealed record StoredTensor(string Name, ElementType Type, long[] Shape, Func<Tensor> Read)
{
    public static StoredTensor Of(SafetensorsEntry entry) => new(entry.Name, entry.Type, entry.Shape, () => TensorBytes.ToTensor(entry));
}
