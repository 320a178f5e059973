using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Weights as safetensors files, with the names that PyTorch gives them.</summary>
public static class Safetensors
{
    /// <summary>Writes named tensors atomically.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="tensors">Names and tensors of any shape and of a type that the format knows.</param>
    /// <param name="metadata">Texts to keep in the header.</param>
    public static void Save(
        string path, IEnumerable<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafetensorsFile.Write(path, [.. tensors.Select(t => TensorBytes.ToEntry(t.Name, t.Tensor))], metadata);

    /// <summary>Writes a module's parameters and buffers.</summary>
    public static void Save(string path, nn.Module module, IReadOnlyDictionary<string, string>? metadata = null) =>
        Save(path, StateDict.Of(module), metadata);

    /// <summary>Reads every tensor of a file, in the order of its header.</summary>
    /// <exception cref="WeightFileError">The file is missing, truncated or of another format.</exception>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Load(string path) =>
        [.. SafetensorsFile.Read(path).Entries.Select(entry => (entry.Name, TensorBytes.ToTensor(entry)))];

    /// <summary>Copies a file's tensors into a module; every tensor of either must have its partner in the other.</summary>
    /// <exception cref="WeightFileError">The file is damaged, or tensors are missing, unexpected or of another shape.</exception>
    public static void LoadInto(nn.Module module, string path) => LoadInto(module, SafetensorsFile.Read(path).Entries, path);

    public static void LoadInto(nn.Module module, IReadOnlyList<SafetensorsEntry> entries, string path) =>
        WeightPlan.Match(path, StateDict.Of(module), [.. entries.Select(StoredTensor.Of)], new WeightRules()).Copy();
}
