namespace Derma.Service;

/// <summary>The texts of <c>data/conditions.json</c>.</summary>
public sealed class ConditionTexts
{
    readonly Dictionary<string, ConditionText> byLabel;

    ConditionTexts(ConditionFile file)
    {
        (Notice, All) = (file.Notice, file.Conditions);
        byLabel = file.Conditions.SelectMany(text => text.Labels.Select(label => (Key: Key(label), Text: text))).Distinct()
            .ToDictionary(pair => pair.Key, pair => pair.Text);
    }

    /// <summary>Those that come with the library.</summary>
    public static ConditionTexts Default { get; } =
        new(EmbeddedJson.Read<ConditionFile>(typeof(ConditionTexts).Assembly, "conditions.json"));

    /// <summary>Who wrote them and who did not; belongs under each of them.</summary>
    public string Notice { get; }

    /// <summary>Every text.</summary>
    public IReadOnlyList<ConditionText> All { get; }

    /// <summary>The text about a class, or null.</summary>
    /// <param name="label">A class name of a data set. Case, spaces and signs do not matter: folders are named as people like.</param>
    public ConditionText? Find(string label) => byLabel.GetValueOrDefault(Key(label));

    static string Key(string label) => string.Concat(label.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    sealed record ConditionFile(string Notice, IReadOnlyList<ConditionText> Conditions);
}

/// <summary>General information about a condition, from <c>data/conditions.json</c>. Not reviewed by a doctor.</summary>
public sealed record ConditionText
{
    /// <summary>Name for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Class names of data sets that mean this condition.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What the condition is, in two or three sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Treatments that are usual.</summary>
    public required IReadOnlyList<string> Treatments { get; init; }

    /// <summary>What to do next, and how soon.</summary>
    public required IReadOnlyList<string> NextSteps { get; init; }

    /// <summary>How to prevent it.</summary>
    public required IReadOnlyList<string> Prevention { get; init; }

    /// <summary>Daily life with it.</summary>
    public required IReadOnlyList<string> DailyLife { get; init; }

    /// <summary>Where general information of this kind can be read, by name.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
