namespace Derma.Training;

/// <summary>DenseNet-121 as nodes; dropout is gone, as in every evaluation.</summary>
static class DenseNet121Graph
{
    const int StemHalvings = 2;

    public static NetworkGraph Add(GraphBuilder graph, DenseNet121 model)
    {
        var modules = new ModuleTree(model);
        var maps = Stem(graph, modules, graph.Normalised(model.Normalisation));
        var block = 1;
        for (; modules.Has($"features.denseblock{block}"); block++)
        {
            maps = Block(graph, modules, maps, $"features.denseblock{block}");
            if (modules.Has($"features.transition{block}")) maps = Transition(graph, modules, maps, $"features.transition{block}");
        }
        maps = graph.Relu(graph.Norm(maps, "features.norm5", modules.Norm("features.norm5")));
        var size = Halved.Down(Halved.Up(graph.ImageSize, StemHalvings), times: block - 2);
        return NetworkGraphs.AddLinearHead(graph, maps, size, "classifier", modules.Dense("classifier"));
    }

    static string Stem(GraphBuilder graph, ModuleTree modules, string pixels)
    {
        const string name = "features.conv0";
        var maps = graph.Relu(graph.Convolution(pixels, name, modules.Convolution(name), modules.Norm("features.norm0")));
        return graph.Node("MaxPool", [maps], ("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 2]), ("pads", (long[])[1, 1, 1, 1]));
    }

    static string Block(GraphBuilder graph, ModuleTree modules, string maps, string name)
    {
        for (var i = 1; modules.Has($"{name}.denselayer{i}"); i++)
            maps = graph.Node("Concat", [maps, Layer(graph, modules, maps, $"{name}.denselayer{i}")], ("axis", 1L));
        return maps;
    }

    // norm2 follows conv1 and is folded into it. norm1 follows a concatenation, of which every later layer takes another norm.
    static string Layer(GraphBuilder graph, ModuleTree modules, string maps, string name)
    {
        var normed = graph.Relu(graph.Norm(maps, name + ".norm1", modules.Norm(name + ".norm1")));
        var (first, norm) = (modules.Convolution(name + ".conv1"), modules.Norm(name + ".norm2"));
        var narrow = graph.Relu(graph.Convolution(normed, name + ".conv1", first, norm));
        return graph.Convolution(narrow, name + ".conv2", modules.Convolution(name + ".conv2"));
    }

    // The mean of 2 x 2 pixels and a 1x1 convolution are both linear and each leaves the other's axes alone, so their order does not
    // matter: pooled first, the convolution has a quarter of the work.
    static string Transition(GraphBuilder graph, ModuleTree modules, string maps, string name)
    {
        var normed = graph.Relu(graph.Norm(maps, name + ".norm", modules.Norm(name + ".norm")));
        var pooled = graph.Node("AveragePool", [normed], ("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2]));
        return graph.Convolution(pooled, name + ".conv", modules.Convolution(name + ".conv"));
    }
}
