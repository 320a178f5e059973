namespace Derma.Training;

/// <summary>Names of the networks that <see cref="Networks"/> builds; torchvision's.</summary>
public static class NetworkNames
{
    /// <summary>MobileNetV3, large.</summary>
    public const string MobileNetV3Large = "mobilenet_v3_large";

    /// <summary>MobileNetV3, small.</summary>
    public const string MobileNetV3Small = "mobilenet_v3_small";

    /// <summary>DenseNet-121.</summary>
    public const string DenseNet121 = "densenet121";

    /// <summary>EfficientNet-B3.</summary>
    public const string EfficientNetB3 = "efficientnet_b3";

    /// <summary>A network's name for a reader, as Smart Derma writes it.</summary>
    /// <param name="name">One of these names; any other is handed back.</param>
    public static string Title(string name) => name switch
    {
        MobileNetV3Large => "MobileNetV3",
        MobileNetV3Small => "MobileNetV3-Small",
        DenseNet121 => "DenseNet121",
        EfficientNetB3 => "EfficientNet-B3",
        _ => name,
    };
}
