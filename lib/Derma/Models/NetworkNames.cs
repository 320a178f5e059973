namespace Derma.Models;

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
}
