namespace Derma.Training;

/// <summary>
/// Soft voting (Smart Derma, sections 3.2.4 and 3.4.1): the weighted mean of the models' probabilities, photo by photo and class by class.
/// </summary>
public static class SoftVote
{
    /// <summary>p(photo, class) = Σ_m w_m · p_m(photo, class), summed in double precision; the largest is the predicted class.</summary>
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
    internal static string[] InOrder(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    /// <summary>The vote of members that are known to fit each other.</summary>
    internal static Predictions Combine(Predictions[] members, double[] weights)
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

/// <summary>Which photos a change of ensemble weights can reach at all.</summary>
/// <remarks>
/// <para>
/// Let A win a photo with weights u, and let d_m = p_m(A) − p_m(B) be model m's margin of A over another class B, between −1 and 1. A's
/// lead is Σ u_m d_m, and with weights v it is Σ v_m d_m. B can overtake only if Σ v_m d_m ≤ 0. The greatest lead that such a photo can
/// have had is the linear programme max Σ u_m d_m subject to Σ v_m d_m ≤ 0, |d_m| ≤ 1; its dual is min over λ ≥ 0 of Σ |u_m − λ v_m|, which
/// is convex and piecewise linear and so least at λ = 0 or at one of the λ = u_m / v_m. The lead over the runner-up is no greater than that
/// over B, so the same bound holds for the margin of the two best classes.
/// </para>
/// <para>
/// From equal weights to Smart Derma's 0.4, 0.3, 0.3: λ = (1/3) / 0.3 gives |1/3 − 4/9| + 0 + 0 = 1/9. It is reached, at a tie, by
/// d = (−1, 2/3, 2/3): lead (−1 + 4/3) / 3 = 1/9, and −0.4 + 0.2 + 0.2 = 0.
/// </para>
/// </remarks>
public static class EnsembleMargin
{
    // Votes are stored as floats.
    const double Rounding = 1e-6;

    /// <summary>
    /// The greatest margin between the two best classes that a photo may have under one set of weights and still change under the other.
    /// </summary>
    /// <param name="from">The weights with which the margin is measured.</param>
    /// <param name="to">The weights that may change the answer, of the same models.</param>
    /// <returns>0 to 1; 0 where the weights are the same.</returns>
    /// <exception cref="UserError">The weights are not of the same models.</exception>
    public static double Bound(EnsembleWeights from, EnsembleWeights to)
    {
        string[] models = [.. from.ByName.Keys];
        var target = to.For(models);
        var pairs = models.Select(model => (From: from[model], To: target[model])).ToArray();
        var places = pairs.Where(pair => pair.To > 0).Select(pair => pair.From / pair.To).Append(0);
        return places.Min(place => pairs.Sum(pair => Math.Abs(pair.From - place * pair.To)));
    }

    /// <summary>The photos whose answer the change of weights can reach; all others keep theirs, whatever the models said.</summary>
    /// <param name="vote">The vote with the weights <paramref name="from"/>.</param>
    /// <param name="from">Its weights.</param>
    /// <param name="to">The weights that may change the answer.</param>
    /// <exception cref="UserError">The weights are not of the same models.</exception>
    public static IReadOnlyList<int> Reachable(Predictions vote, EnsembleWeights from, EnsembleWeights to)
    {
        var bound = Bound(from, to) + Rounding;
        return [.. Enumerable.Range(0, vote.Count).Where(i => vote.Margin(i) <= bound)];
    }
}
