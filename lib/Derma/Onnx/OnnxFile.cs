using Derma.Onnx.Format;
using Google.Protobuf;

namespace Derma.Onnx;

/// <summary>ONNX files on disk.</summary>
static class OnnxFile
{
    const long IrVersion = 8, Opset = 17;

    const int MetadataField = 14;

    /// <summary>Writes a graph with texts about it, atomically.</summary>
    public static void Write(string path, GraphProto graph, IReadOnlyDictionary<string, string> metadata)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion, ProducerName = "Derma Workbook", ProducerVersion = ExportMetadata.LibraryVersion, Graph = graph,
            OpsetImport = { new OperatorSetId { Domain = "", Version = Opset } },
            MetadataProps = { metadata.Select(entry => new StringStringEntry { Key = entry.Key, Value = entry.Value }) },
        };
        AtomicFile.Write(path, model.WriteTo);
    }

    /// <summary>Reads the texts alone, without the weights; empty where the file is no model.</summary>
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
