namespace Derma.Inference;

/// <summary>What a model says about one photo. Not a diagnosis.</summary>
/// <param name="Classes">Every class, the likeliest first.</param>
/// <param name="Sure">Whether the confidence reaches the predictor's threshold; otherwise the answer is "not sure".</param>
/// <param name="Warnings">What is wrong with the photo; empty where nothing is.</param>
/// <param name="HeatMap">What speaks for the likeliest class; null where the model file cannot tell.</param>
/// <param name="Members">The likeliest class of each network of an ensemble, by network name; empty for a single network.</param>
public sealed record Answer(
    IReadOnlyList<ClassProbability> Classes,
    bool Sure,
    IReadOnlyList<PhotoWarning> Warnings,
    HeatMapGrid? HeatMap,
    IReadOnlyDictionary<string, string> Members)
{
    /// <summary>How it came about.</summary>
    public AnswerPolicy Policy { get; init; }

    /// <summary>Name of the network that answered alone; null where a vote did.</summary>
    public string? By { get; init; }

    /// <summary>The likeliest class.</summary>
    public ClassProbability Best => Classes[0];
}

/// <summary>How likely a model holds one class to be.</summary>
/// <param name="Label">The class's name in the data set: the folder's, with its underscores.</param>
/// <param name="Title">The same for a reader.</param>
/// <param name="Probability">In [0, 1], after the temperature.</param>
public sealed record ClassProbability(string Label, string Title, double Probability);

/// <summary>Class names for a reader.</summary>
static class ClassTitles
{
    static readonly Dictionary<string, string> titles = Catalog.Default.Entries
        .SelectMany(entry => entry.Classes)
        .DistinctBy(item => item.Folder)
        .ToDictionary(item => item.Folder, item => item.Title);

    /// <summary>The catalogue's title, or the name without its underscores where photos of one's own bring a class of their own.</summary>
    public static string Of(string label) => titles.TryGetValue(label, out var title) ? title : label.Replace('_', ' ');
}

/// <summary>A decoded photo, ready for a model.</summary>
/// <param name="Size">Width and height in pixels.</param>
/// <param name="Rgb">Size x Size x 3 bytes, row-major, upright, as training sees them.</param>
/// <param name="Warnings">What the quality gate found.</param>
public sealed record PreparedPhoto(int Size, byte[] Rgb, IReadOnlyList<PhotoWarning> Warnings);
