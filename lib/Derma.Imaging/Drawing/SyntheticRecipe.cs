namespace Derma.Imaging;

/// <summary>The classes of a drawn data set, in alphabetical order, as class folders are read.</summary>
/// <param name="Id">A short name, recorded with every set drawn from it.</param>
/// <param name="Title">What a page calls it.</param>
/// <param name="Conditions">The classes; a label is an index into them.</param>
public sealed record SyntheticRecipe(string Id, string Title, IReadOnlyList<Condition> Conditions)
{
    /// <summary>The id of the photo sets drawn from it, as in the catalogue.</summary>
    public string DataSet { get; init; } = "synthetic";

    /// <summary>
    /// How many of <paramref name="total"/> photos each class gets: the proportions of the recipe, rounded by largest remainder.
    /// </summary>
    /// <param name="total">The photos of one subset.</param>
    /// <returns>One count per class; they add up to <paramref name="total"/>.</returns>
    /// <exception cref="UserError">So few photos that a class would have none.</exception>
    public int[] CountPerClass(int total)
    {
        var published = Conditions.Sum(condition => (long)condition.Count);
        var counts = Conditions.Select(condition => (int)(total * (long)condition.Count / published)).ToArray();
        var largestRemainders = Enumerable.Range(0, counts.Length)
            .OrderByDescending(label => total * (long)Conditions[label].Count % published);
        foreach (var label in largestRemainders.Take(total - counts.Sum())) counts[label]++;
        var empty = Array.IndexOf(counts, 0);
        if (empty >= 0)
            throw new UserError($"{total} drawings leave the class {Conditions[empty].Name} without any; ask for more drawings.");
        return counts;
    }

    internal Condition Named(string name) => Conditions.First(condition => condition.Name == name);
}

/// <summary>One class of a recipe: how it is named, how common it is and how it is drawn.</summary>
/// <param name="Name">The class, which is also the folder's name.</param>
/// <param name="Count">Its photos in the published training set, or a number of our own where none is published; only the proportions are
/// used.</param>
/// <param name="LookAlikes">The names of the classes it is taken for.</param>
/// <param name="Parts">What is drawn, in this order, the body of the lesion first.</param>
public sealed record Condition(string Name, int Count, IReadOnlyList<string> LookAlikes, params IReadOnlyList<LesionPart> Parts);

/// <summary>One thing that a recipe draws: spots, a ring, scale, vessels. All lengths are in half widths of the picture.</summary>
public abstract record LesionPart
{
    /// <summary>How often a drawing of the condition has this part, 0 to 1.</summary>
    public float Chance { get; init; } = 1;

    /// <summary>Draws the part.</summary>
    internal abstract void Draw(Scene scene);
}
