namespace Derma.Papers;

/// <summary>What is known of photos besides their class, such as the sex of the person; it cuts a test part into slices.</summary>
/// <param name="Name">For a reader: sex, age, place, skin.</param>
/// <param name="Of">From a photo's path to its value; <see cref="PhotoAttribute.Unknown"/> where nobody wrote it down.</param>
public sealed record PhotoAttribute(string Name, Func<string, string> Of)
{
    /// <summary>The value of photos that the table says nothing of: a slice of its own, since it is seldom a random one.</summary>
    public const string Unknown = "not known";

    const int YearsOfABand = 20;

    /// <summary>The attributes that at least one photo of a set has; none where it came without a table.</summary>
    /// <param name="photos">A set with the rows of its table.</param>
    public static IReadOnlyList<PhotoAttribute> All(PhotoSet photos)
    {
        (string Name, Func<TableRow, string?> Value)[] known =
        [
            ("skin", row => row.SkinType), ("sex", row => row.Sex), ("age", row => row.Age is { } age ? Band(age) : null),
            ("place", row => row.Site),
        ];
        return
        [
            .. known.Select(one => new PhotoAttribute(one.Name, path => ValueOf(path, one.Value)))
                .Where(attribute => photos.Photos.Any(photo => attribute.Of(photo.Path) != Unknown)),
        ];

        string ValueOf(string path, Func<TableRow, string?> value) =>
            photos.Rows.GetValueOrDefault(path) is { } row ? value(row) ?? Unknown : Unknown;
    }

    static string Band(double age)
    {
        var youngest = (int)age / YearsOfABand * YearsOfABand;
        return $"{youngest} to {youngest + YearsOfABand - 1}";
    }
}

/// <summary>The photos of a test part that share one value of one attribute, and how many of them are answered right.</summary>
/// <param name="Attribute">Name of the attribute.</param>
/// <param name="Value">The value that its photos share.</param>
/// <param name="Photos">How many there are.</param>
/// <param name="Right">How many of them are answered right.</param>
public sealed record Slice(string Attribute, string Value, int Photos, int Right)
{
    /// <summary>Share of right answers.</summary>
    public double Accuracy => (double)Right / Photos;

    /// <summary>Wilson's 95 % interval of it.</summary>
    public Interval Interval => Interval.Wilson(Right, Photos);

    /// <summary>Every slice of a test part, attribute by attribute, values in order.</summary>
    /// <param name="answers">What a network answers to the test photos.</param>
    /// <param name="attributes">What to cut by.</param>
    public static IReadOnlyList<Slice> Of(Predictions answers, IEnumerable<PhotoAttribute> attributes) =>
    [
        .. from attribute in attributes
           from photos in Enumerable.Range(0, answers.Count).GroupBy(i => attribute.Of(answers.Paths[i]))
               .OrderBy(value => value.Key, StringComparer.Ordinal)
           select new Slice(attribute.Name, photos.Key, photos.Count(), photos.Count(answers.IsCorrect)),
    ];
}
