namespace Derma.Training;

/// <summary>Finds the export of a network, and what follows every network.</summary>
static class NetworkGraphs
{
    // As in training: Keras clips sigmoids before it takes their logarithm.
    const float SmallestSigmoid = 1e-7f;

    /// <exception cref="UserError">No export knows the network.</exception>
    public static NetworkGraph Add(GraphBuilder graph, Classifier model) => model switch
    {
        MobileNetV3 mobile => MobileNetV3Graph.Add(graph, mobile),
        DenseNet121 dense => DenseNet121Graph.Add(graph, dense),
        EfficientNetB3 efficient => EfficientNetB3Graph.Add(graph, efficient),
        PaperCnn paper => PaperCnnGraph.Add(graph, paper),
        _ => throw new UserError($"The ONNX export knows no {model.GetType().Name}; it knows {nameof(MobileNetV3)}, {nameof(DenseNet121)}, {nameof(EfficientNetB3)} and {nameof(PaperCnn)}."),
    };

    /// <summary>Probabilities N,classes of a head, as <see cref="HeadActivations.Probabilities"/> has them.</summary>
    public static string Probabilities(GraphBuilder graph, HeadActivation head, string logits)
    {
        if (head == HeadActivation.Softmax) return graph.Node("Softmax", [logits], ("axis", 1L));
        var clipped = graph.Node("Clip", [graph.Sigmoid(logits), graph.Constant("least", [SmallestSigmoid]), graph.Constant("most", [1 - SmallestSigmoid])]);
        return graph.Node("Div", [clipped, graph.Node("ReduceSum", [clipped, graph.Integers(1)], ("keepdims", 1L))]);
    }

    /// <summary>The likeliest class, the first of equals: N whole numbers.</summary>
    public static string Likeliest(GraphBuilder graph, string probabilities) => graph.Node("ArgMax", [probabilities], ("axis", 1L), ("keepdims", 0L));
}
