using System.Text.RegularExpressions;

namespace Derma.Training;

/// <summary>Formats of weights files.</summary>
public enum WeightFormat
{
    /// <summary>safetensors.</summary>
    Safetensors,

    /// <summary>The zip file that <c>torch.save</c> writes since PyTorch 1.6.</summary>
    PyTorch,
}

/// <summary>
/// What may differ between a weights file and the network that takes it; by default nothing but old names and batch counters.
/// </summary>
public sealed record PretrainedOptions
{
    /// <summary>
    /// Whether the head (all of the module that the network names its head) keeps its fresh weights, whatever the file has for it: for
    /// another number of classes, or other classes.
    /// </summary>
    public bool ReplaceHead { get; init; }

    /// <summary>Whether tensors that the file lacks keep their fresh weights.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>Whether tensors that the network lacks are left out.</summary>
    public bool AllowUnexpected { get; init; }
}

/// <summary>What became of each tensor of a weights file and a network, under the network's names.</summary>
/// <param name="Format">The file's format.</param>
/// <param name="Loaded">Tensors that now have the file's values.</param>
/// <param name="Skipped">The file's tensors for a head that was replaced.</param>
/// <param name="Missing">The network's tensors that the file lacks, batch counters included; they kept their values.</param>
/// <param name="Unexpected">The file's tensors that the network lacks; they were left out.</param>
public sealed record PretrainedReport(
    WeightFormat Format, IReadOnlyList<string> Loaded, IReadOnlyList<string> Skipped, IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unexpected);

/// <summary>Loads weights that were trained elsewhere, by torchvision's names.</summary>
public static partial class Pretrained
{
    /// <summary>
    /// Copies the weights of a safetensors file, or of a PyTorch zip file (.pth, .pt) that holds tensors in a dict, alone or under
    /// <c>state_dict</c> or <c>model</c>. No code of the file is run. Half, bfloat16 and double precision become the network's. DenseNet's
    /// old names (<c>norm.1</c>) are understood, and batch norms may lack their counter of batches. Either everything is loaded or nothing.
    /// </summary>
    /// <param name="model">The network; its weights are overwritten.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What may differ; by default nothing.</param>
    /// <returns>What became of each tensor.</returns>
    /// <exception cref="WeightFileError">The file is damaged, would run code, or does not fit; the network is as it was.</exception>
    public static PretrainedReport Load(Classifier model, string path, PretrainedOptions? options = null)
    {
        using var source = WeightSource.Open(path);
        var rules = new WeightRules { Allowed = options ?? new PretrainedOptions(), MayLackCounters = true, Head = model.HeadName };
        var plan = WeightPlan.Match(path, StateDict.Of(model), Renamed(path, source.Tensors), rules);
        plan.Copy();
        return new PretrainedReport(source.Format, [.. plan.Loaded], plan.Skipped, plan.Missing, plan.Unexpected);
    }

    static List<StoredTensor> Renamed(string path, IReadOnlyList<StoredTensor> tensors)
    {
        var renamed = tensors.Select(t => t with { Name = OldDenseNetName().Replace(t.Name, "$1$2") }).ToList();
        if (renamed.CountBy(t => t.Name).FirstOrDefault(names => names.Value > 1).Key is { } twice)
            throw new WeightFileError(path, twice, $"{path} names tensor {twice} twice, DenseNet's old names included. Keep one.");
        return renamed;
    }

    /// <summary>The rule by which torchvision itself renames the tensors of densenet121-a639ec97.pth.</summary>
    [GeneratedRegex(@"^(.*denselayer\d+\.(?:norm|relu|conv))\.((?:[12])\.(?:weight|bias|running_mean|running_var))$")]
    private static partial Regex OldDenseNetName();
}

/// <summary>An open weights file of either format; the first bytes decide which.</summary>
sealed class WeightSource : IDisposable
{
    readonly IDisposable? file;

    WeightSource(WeightFormat format, IReadOnlyList<StoredTensor> tensors, IDisposable? file = null) =>
        (Format, Tensors, this.file) = (format, tensors, file);

    public WeightFormat Format { get; }

    /// <summary>Tensors with different names, readable until this is disposed.</summary>
    public IReadOnlyList<StoredTensor> Tensors { get; }

    /// <exception cref="WeightFileError">The file is missing, damaged, unsafe or of an unknown format.</exception>
    public static WeightSource Open(string path)
    {
        if (!File.Exists(path)) throw new WeightFileError(path, tensor: null, $"There is no weights file {path}.");
        var start = Start(path);
        if (start.StartsWith("PK"u8)) return OpenPyTorch(path);
        if (start.Length > 2 && start[0] == 0x80 && start[2..].StartsWith(OldPyTorchMagic))
            throw Refused(
                path, "is in the format of PyTorch before 1.6. Load and save it once in Python: torch.save(torch.load(path), path)");
        if (!(start.Length > 8 && start[8] == '{') && !path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
            throw Refused(path, "is neither a safetensors file nor a zip file of PyTorch. Make or fetch it again");
        return new WeightSource(WeightFormat.Safetensors, [.. SafetensorsFile.Read(path).Entries.Select(StoredTensor.Of)]);
    }

    public void Dispose() => file?.Dispose();

    /// <summary>The pickled number 0x1950a86a20f9469cfc6c that the old format begins with, after two bytes of pickle protocol.</summary>
    static ReadOnlySpan<byte> OldPyTorchMagic => [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    static WeightFileError Refused(string path, string why) => new(path, tensor: null, $"{path} {why}.");

    static WeightSource OpenPyTorch(string path)
    {
        var archive = PyTorchFile.Open(path);
        return new WeightSource(WeightFormat.PyTorch, archive.Tensors, archive);
    }

    static ReadOnlySpan<byte> Start(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[16];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
