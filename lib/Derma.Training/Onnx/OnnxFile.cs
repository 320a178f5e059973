using Derma.Inference.OnnxFormat;
using Google.Protobuf;

namespace Derma.Training;

/// <summary>ONNX files on disk.</summary>
public static class OnnxFile
{
    const long IrVersion = 8, Opset = 17;

    const int MetadataField = 14;

    /// <summary>Writes a graph with texts about it, atomically.</summary>
    internal static void Write(string path, GraphProto graph, IReadOnlyDictionary<string, string> metadata)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion, ProducerName = "Derma Workbook", ProducerVersion = ModelContract.LibraryVersion, Graph = graph,
            OpsetImport = { new OperatorSetId { Domain = "", Version = Opset } },
            MetadataProps = { metadata.Select(entry => new StringStringEntry { Key = entry.Key, Value = entry.Value }) },
        };
        AtomicFile.Write(path, model.WriteTo);
    }

    /// <summary>The operator of each node of a file's graph, in order: Conv, Relu, …</summary>
    /// <param name="path">A file of this export.</param>
    public static IReadOnlyList<string> ReadOperators(string path) =>
        [.. ModelProto.Parser.ParseFrom(File.ReadAllBytes(path)).Graph.Node.Select(node => node.OpType)];

    /// <summary>Reads the texts alone, without the weights; empty where the file is no model.</summary>
    /// <param name="path">Any file that is there.</param>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        var texts = new Dictionary<string, string>();
        try
        {
            using var stream = File.OpenRead(path);
            using var input = CodedInputStream.CreateWithLimits(stream, sizeLimit: int.MaxValue, recursionLimit: 10);
            while (input.ReadTag() is var tag and not 0)
                if (WireFormat.GetTagFieldNumber(tag) != MetadataField) input.SkipLastField();
                else if (StringStringEntry.Parser.ParseFrom(input.ReadBytes()) is var entry) texts[entry.Key] = entry.Value;
        }
        catch (InvalidProtocolBufferException)
        {
            texts.Clear();
        }
        return texts;
    }
}
