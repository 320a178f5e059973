using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// A network of convolutions read from any ONNX file, as modules that train: everything up to the last dense layer is its backbone, and a
/// dense layer of as many classes as are wanted is its head. Of photos of another size than the file's the last maps are averaged, whatever
/// their number.
/// </summary>
public sealed class OnnxNetwork : Classifier
{
    const int UsualSize = 224;

    readonly OnnxLayer[] layers;
    readonly Dictionary<string, int> lastUse;
    readonly string[] constants; // numbers that are no weights, such as a mean that is taken off the pixels
    readonly Linear classifier;

    OnnxNetwork(OnnxGraph features, Func<OnnxNetwork, Linear> head, string file) : base("OnnxNetwork")
    {
        (Graph, File) = (features, file);
        layers = OnnxLayers.Of(features);
        lastUse = layers.SelectMany((layer, place) => layer.Inputs.Select(input => (input, place))).GroupBy(use => use.input)
            .ToDictionary(uses => uses.Key, uses => uses.Max(use => use.place));
        for (var i = 0; i < layers.Length; i++)
            if (layers[i].Module is { } module) register_module($"{features.Nodes[i].OpType.ToLowerInvariant()}{i}", module);
        constants = [.. lastUse.Keys.Where(features.Constants.ContainsKey)];
        for (var i = 0; i < constants.Length; i++) register_buffer($"constant{i}", Numbers(constants[i]));
        classifier = head(this);
        register_module(HeadName, classifier);
    }

    /// <summary>The backbone as the file has it.</summary>
    internal OnnxGraph Graph { get; }

    /// <summary>Name of the file that the network was read from, without its folder.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public override int Classes => (int)classifier.out_features;

    /// <inheritdoc/>
    public override HeadActivation Head => HeadActivation.Softmax;

    /// <inheritdoc/>
    public override string HeadName => "classifier";

    /// <inheritdoc/>
    public override string Description => $"{File}, {Graph.Nodes.Count} nodes, {Classes} classes";

    /// <summary>The head: N,features to N,classes.</summary>
    internal Linear Classifier => classifier;

    /// <summary>Reads a network.</summary>
    /// <param name="path">An ONNX file.</param>
    /// <param name="classes">Classes of a fresh head; null keeps the dense layer that the file ends with.</param>
    /// <param name="seed">Decides the weights of a fresh head.</param>
    /// <param name="output">The value that the network ends with; null for <c>logits</c>, or else the file's first output.</param>
    /// <exception cref="UserError">The file is missing or no ONNX file, uses an operator that is not known, or ends with no dense layer
    /// where that is to be kept.
    /// </exception>
    public static OnnxNetwork Open(string path, int? classes = null, long seed = 0, string? output = null)
    {
        var whole = OnnxGraph.Read(path, output);
        var dense = whole.Last is { OpType: "Gemm" } last ? new OnnxNode(whole, last) : null;
        var features = dense is null ? whole : whole.WithoutEnd("Gemm");
        if (classes is null && dense is null)
            throw new UserError(
                $"{path} ends with {whole.Last?.OpType ?? "its input"} and no dense layer; say how many classes its new head has.");
        return new OnnxNetwork(
            features with { Nodes = features.Needed() },
            network => classes is { } count ? Fresh(network, count, seed) : (Linear)OnnxWeights.Dense(dense!).Module!,
            Path.GetFileName(path));
    }

    /// <summary>Photos N,3,H,W to N,classes.</summary>
    public override Tensor forward(Tensor input) => Features(input).Then(classifier.call);

    /// <summary>Photos N,3,H,W to what the head sees, N,features.</summary>
    /// <param name="input">The photos.</param>
    /// <exception cref="UserError">The network's branches do not meet again for photos of that size.</exception>
    public Tensor Features(Tensor input)
    {
        try
        {
            var features = Value(input, Graph.Output);
            return features.dim() == 4 ? features.Then(TensorSteps.GlobalAverage) : features;
        }
        catch (ExternalException problem) when (problem.Message.Contains("must match", StringComparison.Ordinal))
        {
            throw new UserError($"{File} takes no photos of {input.shape[3]} x {input.shape[2]} pixels: its branches end with maps of "
                + "different sizes. Sizes that divide by 32, such as 96 or 224, fit most networks.");
        }
    }

    /// <summary>Draws every weight anew, as for a network that was never trained; its head included.</summary>
    /// <param name="seed">Decides every number.</param>
    public void Forget(long seed)
    {
        InitialWeights.Draw(this, seed, fan => fan.In, (weight, generator) => InitialWeights.Uniform(weight, weight.shape[1], generator));
        foreach (var norm in modules().OfType<BatchNorm2d>())
        {
            norm.reset_parameters();
            norm.reset_running_stats();
        }
    }

    /// <summary>The module of a node of the backbone; null where it has none.</summary>
    internal nn.Module? ModuleOf(int place) => layers[place].Module;

    /// <summary>Width and height of a value of the backbone for square photos of that size.</summary>
    internal int SizeOf(string value, int imageSize)
    {
        using var frozen = no_grad();
        using var maps = Value(zeros(1, 3, imageSize, imageSize, device: Device), value);
        return (int)maps.shape[2];
    }

    Tensor Value(Tensor input, string wanted)
    {
        var values = constants.Select((name, i) => (name, Numbers: get_buffer($"constant{i}")!)).ToDictionary(c => c.name, c => c.Numbers);
        values[Graph.Input] = input;
        for (var place = 0; !values.ContainsKey(wanted); place++)
        {
            var layer = layers[place];
            values[layer.Output] = layer.Apply([.. layer.Inputs.Select(name => values[name])]);
            foreach (var name in layer.Inputs.Distinct().Where(name => lastUse[name] == place && IsBetween(name, wanted)))
                values[name].Dispose();
        }
        return values[wanted];
    }

    bool IsBetween(string name, string wanted) => name != Graph.Input && name != wanted && !Graph.Constants.ContainsKey(name);

    Tensor Numbers(string constant) => tensor(Graph.Floats(constant), [.. Graph.Constants[constant].Dims]);

    static Linear Fresh(OnnxNetwork network, int classes, long seed)
    {
        OptionCheck.RequireClasses(classes);
        using var frozen = no_grad();
        using var generator = new Generator((ulong)seed);
        network.eval();
        var size = network.Graph.PhotoSize ?? UsualSize;
        using var features = network.Features(zeros(1, 3, size, size));
        network.train();
        var head = nn.Linear(features.shape[1], classes);
        InitialWeights.Uniform(head.weight, features.shape[1], generator);
        nn.init.zeros_(head.bias!);
        return head;
    }
}
