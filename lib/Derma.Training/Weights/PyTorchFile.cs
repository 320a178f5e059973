using System.IO.Compression;
using static TorchSharp.torch;

namespace Derma.Training;

using Dict = OrderedDictionary<object, object?>;

/// <summary>
/// The zip file that torch.save writes: <c>NAME/data.pkl</c> describes the tensors, <c>NAME/data/KEY</c> holds the memory of each. Sizes
/// are compared with the entries' before anything is allocated.
/// </summary>
sealed class PyTorchFile : IDisposable
{
    const long LargestPickle = 16_000_000;
    const string PickleName = "data.pkl";

    static readonly string[] wrappers = ["state_dict", "model"];

    readonly string path;
    readonly ZipArchive archive;
    readonly string folder;

    PyTorchFile(string path, ZipArchive archive)
    {
        (this.path, this.archive) = (path, archive);
        var pickles = archive.Entries.Where(e => e.FullName.Split('/') is [.., PickleName] and { Length: <= 2 }).ToList();
        if (pickles.Count != 1) throw Broken("it has no data.pkl, or several");
        folder = pickles[0].FullName[..^PickleName.Length];
        if (archive.GetEntry(folder + "byteorder") is { Length: < 16 } order && Bytes(order, tensor: null).AsSpan().StartsWith("big"u8))
            throw Broken("its numbers are big-endian; save it on another machine");
        Tensors = [.. StateDict(pickles[0]).Select(item => Stored(item.Key, item.Value))];
    }

    public IReadOnlyList<StoredTensor> Tensors { get; }

    /// <exception cref="WeightFileError">The file is damaged, or its pickle holds more than tensors in dicts.</exception>
    public static PyTorchFile Open(string path)
    {
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(path);
            return new PyTorchFile(path, archive);
        }
        catch (Exception error)
        {
            archive?.Dispose();
            if (error is InvalidDataException or EndOfStreamException) throw Broken(path, "the zip file is cut or damaged", tensor: null);
            throw;
        }
    }

    public void Dispose() => archive.Dispose();

    Dict StateDict(ZipArchiveEntry pickle)
    {
        if (pickle.Length > LargestPickle) throw Broken($"its data.pkl claims {pickle.Length} bytes, and {LargestPickle} are allowed");
        try
        {
            var root = PickleMachine.Load(Bytes(pickle, tensor: null)) as Dict ?? throw new PickleException("holds no dict of tensors");
            return wrappers.Select(name => root.GetValueOrDefault(name)).OfType<Dict>().FirstOrDefault() ?? root;
        }
        catch (PickleException error)
        {
            throw new WeightFileError(
                path, tensor: null,
                $"{path} is not a PyTorch file of tensors alone: its data.pkl {error.Message}. Nothing of it was run; save a state_dict.");
        }
    }

    StoredTensor Stored(object key, object? value)
    {
        var name = key as string ?? key.ToString()!;
        if (value is not PickleTensor tensor) throw Broken($"its entry {name} is no tensor; save a state_dict alone", name);
        var storage = tensor.Storage;
        if (archive.GetEntry($"{folder}data/{storage.Key}") is not { } entry)
            throw Broken($"the numbers of tensor {name} are not in it", name);
        var size = storage.Type.Size();
        if (storage.Count < 0 || storage.Count > Array.MaxLength / size || entry.Length != storage.Count * size)
            throw Broken($"tensor {name} should have {storage.Count} elements in {entry.Length} bytes", name);
        if (!tensor.Fits()) throw Broken($"tensor {name} reaches beyond its {storage.Count} elements", name);
        return new StoredTensor(name, storage.Type, tensor.Shape, () => Read(name, tensor, entry));
    }

    Tensor Read(string name, PickleTensor tensor, ZipArchiveEntry entry)
    {
        var memory = new SafetensorsEntry(name, tensor.Storage.Type, [tensor.Storage.Count], Bytes(entry, name));
        using var storage = TensorBytes.ToTensor(memory);
        using var view = storage.as_strided(tensor.Shape, tensor.Strides, tensor.Offset);
        return view.clone();
    }

    byte[] Bytes(ZipArchiveEntry entry, string? tensor)
    {
        try
        {
            var bytes = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Broken($"{entry.FullName} is cut or damaged", tensor);
        }
    }

    WeightFileError Broken(string why, string? tensor = null) => Broken(path, why, tensor);

    static WeightFileError Broken(string path, string why, string? tensor) =>
        new(path, tensor, $"{path} is not a whole PyTorch file of tensors: {why}. Make or fetch it again.");
}
