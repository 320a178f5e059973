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
    public static IEnumerable<CardSection> People(CardedModel model, PhotoSet photos) =>
        Slice.Of(model.Judged, PhotoAttribute.All(photos)).GroupBy(slice => slice.Attribute)
            .Where(slices => slices.Any(slice => slice.Value != PhotoAttribute.Unknown))
            .Select(slices => new CardSection($"By {slices.Key}: {model.Name}", [])
            {
                Header = [char.ToUpperInvariant(slices.Key[0]) + slices.Key[1..], "Photos", "Right", "95 % interval"],
                Rows = [.. slices.Select(slice => Row(slice.Value, slice.Right, slice.Photos))],
            });

    static IReadOnlyList<string> Row(string name, int right, int all) => all == 0 ? [name, "0", "–", "–"]
        : [name, CardText.Cell(all), Numbers.Percent(right / (double)all), Numbers.Percent(Interval.Wilson(right, all))];
}
