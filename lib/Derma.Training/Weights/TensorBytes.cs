using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Between tensors and the bytes of a safetensors file.</summary>
static class TensorBytes
{
    static readonly (ScalarType Torch, ElementType File)[] types =
    [
        (ScalarType.Bool, ElementType.Bool), (ScalarType.Byte, ElementType.U8), (ScalarType.Int8, ElementType.I8),
        (ScalarType.Int16, ElementType.I16), (ScalarType.Float16, ElementType.F16), (ScalarType.BFloat16, ElementType.BF16),
        (ScalarType.Int32, ElementType.I32), (ScalarType.Float32, ElementType.F32), (ScalarType.Int64, ElementType.I64),
        (ScalarType.Float64, ElementType.F64),
    ];

    public static SafetensorsEntry ToEntry(string name, Tensor tensor)
    {
        var type = types.Single(t => t.Torch == tensor.dtype).File;
        using var scope = NewDisposeScope();
        return new SafetensorsEntry(name, type, tensor.shape, tensor.detach().cpu().contiguous().bytes.ToArray());
    }

    public static Tensor ToTensor(SafetensorsEntry entry)
    {
        var tensor = empty(entry.Shape, dtype: types.Single(t => t.File == entry.Type).Torch);
        tensor.bytes = entry.Data;
        return tensor;
    }
}
