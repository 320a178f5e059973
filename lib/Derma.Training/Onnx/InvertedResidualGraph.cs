namespace Derma.Training;

/// <summary>The units that MobileNetV3 and EfficientNet are made of.</summary>
/// <param name="graph">Where the nodes go.</param>
/// <param name="modules">The network's modules.</param>
/// <param name="squeezeActivation">What follows the first convolution of a squeeze-excitation.</param>
/// <param name="gate">What follows the second.</param>
sealed class InvertedResidualGraph(GraphBuilder graph, ModuleTree modules, Func<string, string> squeezeActivation, Func<string, string> gate)
{
    // Both networks halve the photo in their stem and in four of their blocks.
    const int Halvings = 5;

    /// <summary>Width and height of the last maps.</summary>
    public int MapSize => MapSizes.HalvedUp(graph.ImageSize, Halvings);

    /// <summary>From pixels in [0, 1] to the last maps.</summary>
    public string Features(Normalisation normalisation) => Chain(graph.Normalised(normalisation), "features");

    /// <summary>Every unit and block below a name, one after the other.</summary>
    string Chain(string input, string name) => modules.Children(name).Aggregate(input, Part);

    string Part(string input, string name) => modules[name] switch
    {
        InvertedResidual { IsResidual: true } => graph.Node("Add", [Chain(input, name + ".block"), input]),
        InvertedResidual => Chain(input, name + ".block"),
        SqueezeExcitation => Squeezed(input, name),
        _ when modules.Has(name + ".0") && modules[name + ".0"] is InvertedResidual => Chain(input, name),
        _ => Unit(input, name),
    };

    string Unit(string input, string name)
    {
        var convolved = graph.Convolution(input, name + ".0", modules.Convolution(name + ".0"), modules.Norm(name + ".1"));
        return modules.Has(name + ".2") ? graph.Activation(convolved, modules[name + ".2"]) : convolved;
    }

    string Squeezed(string input, string name)
    {
        var inner = squeezeActivation(graph.Convolution(graph.GlobalAverage(input), name + ".fc1", modules.Convolution(name + ".fc1")));
        return graph.Node("Mul", [input, gate(graph.Convolution(inner, name + ".fc2", modules.Convolution(name + ".fc2")))]);
    }
}
