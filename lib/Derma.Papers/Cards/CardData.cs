namespace Derma.Papers;

/// <summary>What a card says of the photos.</summary>
static class CardData
{
    /// <summary>The set, its parts and its counts.</summary>
    /// <param name="options">The run's choices.</param>
    /// <param name="model">A model that was judged by them.</param>
    /// <param name="photos">The run's photos; null where they were not opened, and validation and test photos alone are counted.</param>
    public static CardSection Of(LabOptions options, CardedModel model, PhotoSet? photos) =>
        new($"Photos: {model.Validation.Classes.Count} classes in {(model.Test is null ? "two" : "three")} parts",
        [
            $"{TitleOf(options)}. Photos of one lesion, and copies of a photo, are in one part alone; where no table names lesions, "
            + "a photo counts as a lesion of its own.",
            photos?.Skipped.Count switch
            {
                null or 0 => "", 1 => $"One file is not among them: it {photos.Skipped[0].Reason}.",
                var many => FormattableString.Invariant($"{many:N0} files are not among them."),
            },
        ])
        {
            Header = ["Class", .. photos is null ? [] : (string[])["In the set"], "Validation", .. model.Test is null ? []
                : (string[])["Test"]],
            Rows = [.. model.Validation.Classes.Select((name, label) => Row(name, label, model, photos))],
        };

    static IReadOnlyList<string> Row(string name, int label, CardedModel model, PhotoSet? photos)
    {
        string Count(IEnumerable<int> labels) => CardText.Cell(labels.Count(one => one == label));
        var place = photos?.Classes.ToList().IndexOf(name);
        return
        [
            name, .. photos is null ? []
                : (string[])[place < 0 ? CardText.Cell(null) : CardText.Cell(photos.Photos.Count(p => p.Label == place))],
            Count(model.Validation.Labels), .. model.Test is null ? [] : (string[])[Count(model.Test.Labels)],
        ];
    }

    static string TitleOf(LabOptions options)
    {
        var id = options.Data.Split('=')[0];
        return options.Data == LabOptions.BuiltIn ? "Built-in drawings, made by this program: no photos of patients"
            : Catalog.Default.Find(id)?.Title ?? $"The photo set “{id}”";
    }
}
