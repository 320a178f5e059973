namespace Derma.Training;

/// <summary>Soft voting (Smart Derma, sections 3.2.4 and 3.4.1): the weighted mean of the models' probabilities, photo by photo and class by class.</summary>
public static class SoftVote
{
    /// <summary>p(photo, class) = Σ_m w_m · p_m(photo, class), summed in double precision; the predicted class is then the largest.</summary>
    /// <param name="members">Each model's predictions of the same photos, by its name. Their order changes nothing, to the bit.</param>
    /// <param name="weights">A weight for each member, by its name or its family's.</param>
    /// <exception cref="UserError">Photos, labels or classes differ, or the weights are not those of the members.</exception>
    public static Predictions Combine(IReadOnlyDictionary<string, Predictions> members, EnsembleWeights weights)
    {
        SamePhotos.Require(members);
        var named = weights.For([.. members.Keys]);
        var names = InOrder(members.Keys);
        return Combine([.. names.Select(name => members[name])], [.. names.Select(name => named[name])]);
    }

    /// <summary>The order in which members are summed.</summary>
    public static string[] InOrder(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    /// <summary>The vote of members that are known to fit each other.</summary>
    public static Predictions Combine(Predictions[] members, double[] weights)
    {
        var first = members[0];
        var probabilities = new float[first.Probabilities.Length];
        for (var j = 0; j < probabilities.Length; j++)
        {
            double sum = 0;
            for (var m = 0; m < members.Length; m++) sum += weights[m] * members[m].Probabilities[j];
            probabilities[j] = (float)sum;
        }

        return new Predictions(probabilities, first.Labels, first.Paths, first.Classes);
    }
}
