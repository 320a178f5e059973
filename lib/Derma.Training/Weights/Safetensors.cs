using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Weights as safetensors files, with the names that PyTorch gives them.</summary>
public static class Safetensors
{
    /// <summary>Writes named tensors atomically.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="tensors">Names and tensors of any shape and of a type that the format knows, wherever they are.</param>
    /// <param name="metadata">Texts to keep in the header.</param>
    public static void Save(
        string path, IEnumerable<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafetensorsFile.Write(path, [.. tensors.Select(t => TensorBytes.ToEntry(t.Name, t.Tensor))], metadata);

    /// <summary>Writes a module's parameters and buffers.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="module">The module, on any device.</param>
    /// <param name="metadata">Texts to keep in the header.</param>
    public static void Save(string path, nn.Module module, IReadOnlyDictionary<string, string>? metadata = null) =>
        Save(path, StateDict.Of(module), metadata);

    /// <summary>Reads every tensor of a file, in the order of its header.</summary>
    /// <param name="path">The file.</param>
    /// <returns>New tensors on the CPU, which the caller disposes.</returns>
    /// <exception cref="WeightFileError">The file is missing, truncated or of another format.</exception>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Load(string path) =>
        [.. SafetensorsFile.Read(path).Entries.Select(entry => (entry.Name, TensorBytes.ToTensor(entry)))];

    /// <summary>Copies a file's tensors into a module; every tensor of either must have its partner in the other.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="WeightFileError">The file is damaged, or tensors are missing, unexpected or of another shape.</exception>
    public static void LoadInto(nn.Module module, string path) => LoadInto(module, SafetensorsFile.Read(path).Entries, path);

    /// <summary>The same for entries of a file that was read already.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="entries">Tensors under the module's names.</param>
    /// <param name="path">Where they come from, for messages.</param>
    /// <exception cref="WeightFileError">Tensors are missing, unexpected or of another shape.</exception>
    public static void LoadInto(nn.Module module, IReadOnlyList<SafetensorsEntry> entries, string path) =>
        WeightPlan.Match(path, StateDict.Of(module), [.. entries.Select(StoredTensor.Of)], new WeightRules()).Copy();
}

/// <summary>A module's tensors by name, in PyTorch's order.</summary>
public static class StateDict
{
    /// <summary>
    /// Parameters and buffers, module by module, depth first, a module's parameters before its buffers. TorchSharp's own state_dict lists
    /// all parameters before all buffers.
    /// </summary>
    /// <param name="module">Any module.</param>
    /// <returns>The module's own tensors, not copies.</returns>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Of(nn.Module module) => [.. Walk(module, "")];

    static IEnumerable<(string Name, Tensor Tensor)> Walk(nn.Module module, string prefix) =>
    [
        .. module.named_parameters(recurse: false).Select(p => (prefix + p.name, (Tensor)p.parameter)),
        .. module.named_buffers(recurse: false).Select(b => (prefix + b.name, b.buffer)),
        .. module.named_children().SelectMany(child => Walk(child.module, $"{prefix}{child.name}.")),
    ];
}

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
