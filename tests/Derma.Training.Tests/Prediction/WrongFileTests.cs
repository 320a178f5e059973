using Derma.Inference.OnnxFormat;
using Google.Protobuf;

namespace Derma.Training.Tests;

public sealed class WrongFileTests(SmallModel model) : IClassFixture<SmallModel>
{
    [Fact]
    public void A_missing_file_is_named() => Refused("missing.onnx", null, "There is no model file");

    [Fact]
    public void Text_is_no_model() => Refused("text.onnx", "<html>404 Not Found</html>"u8.ToArray(), "no ONNX model");

    [Fact]
    public void An_empty_file_is_no_model() => Refused("empty.onnx", [], "no ONNX model");

    [Theory]
    [InlineData(0.2), InlineData(0.9), InlineData(0.999)]
    public void A_file_that_was_cut_short_is_refused(double share)
    {
        var whole = File.ReadAllBytes(model.Path);
        Refused("cut.onnx", whole[..(int)(share * whole.Length)], "no ONNX model");
    }

    [Fact]
    public void A_model_of_somebody_else_is_refused()
    {
        var foreign = ModelProto.Parser.ParseFrom(File.ReadAllBytes(model.Path));
        foreign.MetadataProps.Clear();
        Refused("foreign.onnx", foreign.ToByteArray(), "not one that this library wrote");
    }

    [Fact]
    public void A_description_that_is_no_description_is_refused()
    {
        var broken = ModelProto.Parser.ParseFrom(File.ReadAllBytes(model.Path));
        foreach (var entry in broken.MetadataProps) entry.Value = "{\"id\":";
        Refused("broken.onnx", broken.ToByteArray(), "not one that this library wrote");
    }

    [Fact]
    public void Files_that_are_no_models_have_no_texts()
    {
        var path = model.File("texts.onnx");
        File.WriteAllText(path, "<html>404 Not Found</html>");
        Assert.Empty(OnnxFile.ReadMetadata(path));
    }

    void Refused(string name, byte[]? bytes, string why)
    {
        var path = model.File(name);
        if (bytes is not null) File.WriteAllBytes(path, bytes);
        var message = Assert.Throws<UserError>(() => Predictor.Load(path)).Message;
        Assert.Contains(path, message);
        Assert.Contains(why, message);
    }
}
