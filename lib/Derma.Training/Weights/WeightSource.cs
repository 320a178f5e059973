namespace Derma.Training;

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
            throw Refused(path, "is in the format of PyTorch before 1.6. Load and save it once in Python: torch.save(torch.load(path), path)");
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
