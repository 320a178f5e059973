using System.Text.Json;
using Derma.Inference.OnnxFormat;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Papers.Tests;

public sealed class FileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => new(Networks.Names);

    [Theory, MemberData(nameof(Names))]
    public void A_file_is_of_opset_17_and_holds_no_batch_norm_and_no_dropout(string network)
    {
        using var model = Exports.Filled(network);
        var file = Read(model, 64);
        Assert.Equal((8, 17), (file.IrVersion, file.OpsetImport.Single().Version));
        Assert.DoesNotContain(file.Graph.Node, node => node.OpType is "BatchNormalization" or "Dropout");
        Assert.Equal(file.Graph.Initializer.Count, file.Graph.Initializer.Select(tensor => tensor.Name).Distinct().Count());
    }

    // Convolutions of torchvision's networks have no bias: one whose norm is folded in has, and DenseNet's 121 norms are folded or 1x1 convolutions.
    [Theory]
    [InlineData(NetworkNames.MobileNetV3Large, 46 + 16), InlineData(NetworkNames.EfficientNetB3, 78 + 52), InlineData(NetworkNames.DenseNet121, 120 + 62)]
    public void Every_norm_behind_a_convolution_is_folded_into_it(string network, int convolutions)
    {
        using var model = Exports.Filled(network);
        Assert.Equal(convolutions, Read(model, 64).Graph.Node.Count(node => node.OpType == "Conv"));
    }

    [Fact]
    public void Photos_are_as_many_as_one_likes_and_of_one_size()
    {
        using var model = Exports.Filled(NetworkNames.MobileNetV3Small);
        var shape = Read(model, 96).Graph.Input.Single().Type.TensorType.Shape.Dim;
        Assert.Equal("N", shape[0].DimParam);
        Assert.Equal([3, 96, 96], shape.Skip(1).Select(dimension => dimension.DimValue));
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        var info = Exports.Info(13, 64) with { Temperature = 1.25, Title = "Ein Netz, größer", Run = "20260101-quick, seed 1" };
        using var model = Exports.Filled(NetworkNames.MobileNetV3Small);
        OnnxExport.Save(model, info, folder.File("model.onnx"));
        using var session = new InferenceSession(folder.File("model.onnx"));
        var texts = session.ModelMetadata.CustomMetadataMap;
        Assert.Equal(JsonSerializer.Serialize(info), JsonSerializer.Serialize(ModelContract.Info(texts)));
        Assert.Equal(("64", "20260101-quick, seed 1", "1.2.3"), (texts["image_size"], texts["run"], texts["library_version"]));
        Assert.Equal("Class_12", JsonSerializer.Deserialize<string[]>(texts["classes"])![12]);
        Assert.Contains("0.485", texts["normalisation"]);
        Assert.Equal(texts.OrderBy(entry => entry.Key), OnnxFile.ReadMetadata(folder.File("model.onnx")).OrderBy(entry => entry.Key));
    }

    [Fact]
    public void A_description_that_does_not_fit_is_refused_and_nothing_is_written()
    {
        using var model = new PaperCnn(Attempts.Ninth.NetworkFor(22, 64));
        var path = folder.File("model.onnx");
        Assert.Contains("names 5 classes", Assert.Throws<UserError>(() => OnnxExport.Save(model, Exports.Info(5, 64), path)).Message);
        Assert.Contains("96 px", Assert.Throws<UserError>(() => OnnxExport.Save(model, Exports.Info(22, 96), path)).Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    ModelProto Read(Classifier model, int size)
    {
        OnnxExport.Save(model, Exports.Info(model.Classes, size), folder.File("model.onnx"));
        return ModelProto.Parser.ParseFrom(File.ReadAllBytes(folder.File("model.onnx")));
    }
}
