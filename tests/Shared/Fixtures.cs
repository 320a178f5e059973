namespace Derma.TestSupport;

/// <summary>The catalogue of <c>tests/fixtures</c>: numbers and files of other programs that decide whether ours are right; its README has their sources.</summary>
internal static class Fixtures
{
    static readonly string folder = Path.Combine(RepositoryPaths.Root, "tests", "fixtures");

    /// <summary>Logits, losses, gradients and stages of all networks by torch and torchvision, in the format of <c>workbook golden</c>.</summary>
    public static string Golden { get; } = In("golden.json");

    /// <summary>The same for networks of other sizes and class counts.</summary>
    public static string GoldenSizes { get; } = In("golden-sizes.json");

    /// <summary>Figures of scikit-learn and scipy, with the labels and probabilities that they were given.</summary>
    public static string ScikitLearn { get; } = In("scikit-learn.json");

    /// <summary>The published JSON schema of notebooks, version 4.5.</summary>
    public static string NotebookSchema { get; } = In("nbformat.v4.5.schema.json");

    /// <summary>The JSON schema of the workbook's cards.</summary>
    public static string CardSchema { get; } = In("cards", "card.schema.json");

    /// <summary>A JSON schema of Kubernetes' Job, as far as the workbook uses it; typed by hand from the API's reference.</summary>
    public static string KubernetesJob { get; } = In("kubernetes", "job.schema.json");

    /// <summary>Small notebooks, and what dotnet-interactive 1.0.712001 answered to each over stdio: kinds of events, mime types, texts, failures.</summary>
    public static string Conformance { get; } = In("conformance");

    /// <summary>Name and shape of every tensor of a network's state dict, in order.</summary>
    public static string Tensors(string network, int classes) => In("nets", $"{network}_{classes}.csv");

    /// <summary>Weight files that torch wrote.</summary>
    public static class Torch
    {
        /// <summary>torchvision's MobileNetV3-Small of 13 classes; its large tensors are views of one storage.</summary>
        public static string MobileNetV3Small { get; } = In("torch", "mobilenet_v3_small.pth");

        /// <summary>What it answers to two photos of the golden formula at 64 px.</summary>
        public static string MobileNetV3SmallLogits { get; } = In("torch", "mobilenet_v3_small.json");

        /// <summary>A small CNN's state dict; <see cref="PlainSafetensors"/> and <see cref="Disguised"/> hold the same numbers.</summary>
        public static string Plain { get; } = In("torch", "plain.pth");

        public static string PlainSafetensors { get; } = In("torch", "plain.safetensors");

        /// <summary>In other types, strides, offsets and wrappings.</summary>
        public static string Disguised { get; } = In("torch", "disguised.pth");

        /// <summary>The module object itself, pickled.</summary>
        public static string Module { get; } = In("torch", "module.pth");

        /// <summary>The format before torch 1.6.</summary>
        public static string Old { get; } = In("torch", "old.pth");

        /// <summary>What the small CNN answers to two photos of the golden formula at 16 px.</summary>
        public static string PlainLogits { get; } = In("torch", "plain.json");
    }

    /// <summary>What stands in the two papers.</summary>
    public static class Papers
    {
        /// <summary>Numbers typed from the papers: id, low and high end, and how it was read where the quote does not hold the number.</summary>
        public static string Numbers { get; } = In("papers", "numbers.csv");

        /// <summary>By paper, every quote of the ledgers and notes that was found in its text word for word.</summary>
        public static string Quotes { get; } = In("papers", "quotes.json");
    }

    static string In(params string[] path) => Path.Combine([folder, .. path]);
}
