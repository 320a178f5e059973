using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// A ResNet-18 that was trained on ImageNet (1.28 million everyday photos of 1,000 classes), from a NuGet package that is taken as data:
/// one ONNX file, MIT licence, written by CNTK 2.6. It has nine residual blocks where torchvision's has eight, and 15.9 million parameters.
/// </summary>
public static class ImageNetResNet18
{
    /// <summary>The package.</summary>
    public const string Package = "Microsoft.ML.DnnImageFeaturizer.ResNet18";

    /// <summary>Its version; another could hold another network.</summary>
    public const string Version = "0.23.1";

    // What the network was trained on: blue, green, red, each from 0 to 255 less its mean over ImageNet.
    static readonly Normalisation Bytes = new([123.7f / 255, 116.8f / 255, 103.9f / 255], [1 / 255f, 1 / 255f, 1 / 255f]);

    /// <summary>Where the network's file is once the package has been brought.</summary>
    /// <param name="packages">NuGet's folder of packages.</param>
    public static string FileIn(string packages) =>
        Path.Combine(packages, Package.ToLowerInvariant(), Version, "tools", "DnnImageModels", "ResNet18Onnx", "ResNet18.onnx");

    /// <summary>Reads the network, with a fresh head of so many classes; it takes red, green and blue as every network here does.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">Decides the weights of the head.</param>
    /// <exception cref="UserError">The file is missing or no such network.</exception>
    public static OnnxNetwork Open(string file, int classes, long seed = 0)
    {
        var network = OnnxNetwork.Open(file, classes, seed);
        network.Normalisation = Bytes;
        using var frozen = no_grad();
        var first = network.Kernels()[0];
        using var turned = first.flip(1);
        first.copy_(turned);
        return network;
    }
}
