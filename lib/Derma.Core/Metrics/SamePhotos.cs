namespace Derma.Core;

/// <summary>Predictions may be combined or compared only where they speak of the same photos in the same order.</summary>
public static class SamePhotos
{
    /// <summary>Compares classes, labels and files of every model with those of the first.</summary>
    /// <param name="models">Name and predictions of each model.</param>
    /// <exception cref="UserError">There is no model, or one saw something else; names it and the first difference.</exception>
    public static void Require(IReadOnlyCollection<KeyValuePair<string, Predictions>> models)
    {
        if (models.Count == 0) throw new UserError("There are no predictions to combine; give at least one model's.");
        var (firstName, first) = models.First();
        foreach (var (name, other) in models)
            if (Difference(first, other) is { } difference)
                throw new UserError($"The predictions of '{name}' do not fit those of '{firstName}': {difference}; predict the same photos with both.");
    }

    static string? Difference(Predictions first, Predictions other)
    {
        if (!first.Classes.SequenceEqual(other.Classes))
            return $"the classes are {string.Join(", ", other.Classes)} and not {string.Join(", ", first.Classes)}";
        if (first.Count != other.Count) return $"there are {other.Count} photos and not {first.Count}";
        for (var i = 0; i < first.Count; i++)
        {
            if (first.Paths[i] != other.Paths[i]) return $"photo {i} is {other.Paths[i]} and not {first.Paths[i]}";
            if (first.Labels[i] != other.Labels[i])
                return $"photo {i}, {first.Paths[i]}, is labelled {first.Classes[other.Labels[i]]} and not {first.Classes[first.Labels[i]]}";
        }

        return null;
    }
}
