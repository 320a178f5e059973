using static TorchSharp.torch;

namespace TorchSharp;

public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, ScalarType type) where T : nn.Module => Moved(module, type, null);

    public static T to<T>(this T module, Device device) where T : nn.Module => Moved(module, null, device);

    public static T cpu<T>(this T module) where T : nn.Module => Moved(module, null, CPU);

    public static T @double<T>(this T module) where T : nn.Module => Moved(module, float64, null);

    static T Moved<T>(T module, ScalarType? type, Device? device) where T : nn.Module
    {
        module.MoveTo(type, device);
        return module;
    }
}
