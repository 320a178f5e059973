namespace Derma.Training;

/// <summary>
/// MobileNetV3 and EfficientNet-B3 as nodes, whose features are made of the same units; dropout and stochastic depth are gone, as in every
/// evaluation.
/// </summary>
sealed class InvertedResidualGraph
{
    // Both networks halve the photo in their stem and in four of their blocks.
    const int Halvings = 5;

    readonly GraphBuilder graph;
    readonly ModuleTree modules;
    readonly Func<string, string> squeezeActivation, gate;

    InvertedResidualGraph(GraphBuilder graph, Classifier model, Func<string, string> squeezeActivation, Func<string, string> gate) =>
        (this.graph, modules, this.squeezeActivation, this.gate) = (graph, new ModuleTree(model), squeezeActivation, gate);

    int MapSize => Halved.Up(graph.ImageSize, Halvings);

    public static NetworkGraph Add(GraphBuilder graph, EfficientNetB3 model)
    {
        var blocks = new InvertedResidualGraph(graph, model, graph.Silu, graph.Sigmoid);
        var maps = blocks.Features(model.Normalisation);
        return NetworkGraphs.AddLinearHead(graph, maps, blocks.MapSize, "classifier.1", blocks.modules.Dense("classifier.1"));
    }

    public static NetworkGraph Add(GraphBuilder graph, MobileNetV3 model)
    {
        var blocks = new InvertedResidualGraph(graph, model, graph.Relu, graph.HardSigmoid);
        var maps = blocks.Features(model.Normalisation);
        return HiddenLayerHead.Add(
            graph, maps, blocks.MapSize,
            ("classifier.0", blocks.modules.Dense("classifier.0")), ("classifier.3", blocks.modules.Dense("classifier.3")));
    }

    /// <summary>From pixels in [0, 1] to the last maps.</summary>
    string Features(Normalisation normalisation) => Chain(graph.Normalised(normalisation), "features");

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
