using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A network's modules by the names that its tensors have.</summary>
/// <param name="root">The network.</param>
sealed class ModuleTree(nn.Module root)
{
    readonly Dictionary<string, nn.Module> modules = root.named_modules().ToDictionary(entry => entry.name, entry => entry.module);

    /// <summary>Whether there is a module of that name.</summary>
    public bool Has(string name) => modules.ContainsKey(name);

    /// <summary>The module of that name.</summary>
    public nn.Module this[string name] => modules[name];

    /// <summary>A convolution.</summary>
    public Conv2d Convolution(string name) => (Conv2d)modules[name];

    /// <summary>A batch norm.</summary>
    public BatchNorm2d Norm(string name) => (BatchNorm2d)modules[name];

    /// <summary>A dense layer.</summary>
    public Linear Dense(string name) => (Linear)modules[name];

    /// <summary>The numbered children of a module: <c>features.0</c>, <c>features.1</c> and so on, as far as they go.</summary>
    public IEnumerable<string> Children(string name)
    {
        for (var i = 0; Has($"{name}.{i}"); i++) yield return $"{name}.{i}";
    }
}
