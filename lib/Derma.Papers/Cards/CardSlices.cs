namespace Derma.Papers;

/// <summary>How well a model does for whom.</summary>
static class CardSlices
{
    /// <summary>By class.</summary>
    public static CardSection Classes(CardedModel model) => new($"By class: {model.Name}",
        ["The share of each class's photos that it finds."])
    {
        Header = ["Class", "Photos", "Found", "95 % interval"],
        Rows = [.. model.Judged.Metrics().PerClass.Select(one => Row(one.Class, one.Correct, one.Support))],
    };

    /// <summary>By what a table says of the people; nothing where it says nothing.</summary>
    public static IEnumerable<CardSection> People(CardedModel model, PhotoSet photos)
    {
        (string Title, Func<TableRow, string?> Of)[] slices =
        [
            ("sex", row => row.Sex), ("age", row => row.Age is { } age ? $"{(int)age / 20 * 20} to {(int)age / 20 * 20 + 19}" : null),
            ("place on the body", row => row.Site), ("skin type", row => row.SkinType),
        ];
        return slices.Select(slice => Slice(model, photos, slice.Title, slice.Of)).OfType<CardSection>();
    }

    static CardSection? Slice(CardedModel model, PhotoSet photos, string title, Func<TableRow, string?> of)
    {
        var judged = model.Judged;
        var groups = Enumerable.Range(0, judged.Count).GroupBy(i => photos.Rows.GetValueOrDefault(judged.Paths[i]) is { } row ? of(row) : null)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return groups.All(group => group.Key is null) ? null : new($"By {title}: {model.Name}", [])
        {
            Header = [char.ToUpperInvariant(title[0]) + title[1..], "Photos", "Right", "95 % interval"],
            Rows = [.. groups.Select(group => Row(group.Key ?? "not known", group.Count(judged.IsCorrect), group.Count()))],
        };
    }

    static IReadOnlyList<string> Row(string name, int right, int all) => all == 0 ? [name, "0", "–", "–"]
        : [name, CardText.Cell(all), Numbers.Percent(right / (double)all), ModelCard.Ends(Interval.Wilson(right, all))];
}
