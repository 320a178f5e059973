namespace Derma.Training;

/// <summary>How finely ensemble weights are searched.</summary>
public sealed record WeightSearchOptions
{
    /// <summary>Steps from 0 to 1: 20 gives weights of 0, 0.05, …, 1, and 231 of them for three models.</summary>
    public int Divisions { get; init; } = 20;

    /// <summary>How often the local refinement halves the step before it ends: 3 ends at 0.05 / 8.</summary>
    public int Halvings { get; init; } = 3;

    /// <summary>Refuses what cannot be searched.</summary>
    /// <exception cref="UserError">No division, or a negative number of halvings.</exception>
    public void Validate()
    {
        if (Divisions < 1) throw new UserError($"Divisions is {Divisions}; give at least one, such as 20 for steps of 0.05.");
        if (Halvings < 0) throw new UserError($"Halvings is {Halvings}; give 0 for no refinement.");
    }
}

/// <summary>How one choice of weights votes. Scores are ordered: accuracy, then macro F1, then nearness to equal weights.</summary>
/// <remarks>
/// Ties are the rule: a vote changes only where some photo's two best classes change places, so the scores are constant on whole patches of
/// the simplex. Among equals the weights nearest to equal are preferred: they claim least about which model is better, and lie well inside
/// the patch rather than at an end that other photos would move.
/// </remarks>
/// <param name="Weights">The weights, by the models' full names.</param>
/// <param name="Accuracy">Correct / all.</param>
/// <param name="MacroF1">Mean F1 over the classes.</param>
/// <param name="FromEqual">Euclidean distance of the weights from equal ones.</param>
public sealed record WeightScore(EnsembleWeights Weights, double Accuracy, double MacroF1, double FromEqual) : IComparable<WeightScore>
{
    const int Decimals = 12;

    /// <summary>Positive where this score is better. Differences below 1e-12 are rounding and count as none.</summary>
    public int CompareTo(WeightScore? other) => other is null ? 1 : Key.CompareTo(other.Key);

    (double Accuracy, double MacroF1, double Nearness) Key =>
        (Math.Round(Accuracy, Decimals), Math.Round(MacroF1, Decimals), Math.Round(-FromEqual, Decimals));

    internal static WeightScore Of(string[] names, Predictions[] members, double[] weights)
    {
        var metrics = SoftVote.Combine(members, weights).Metrics();
        var named = new EnsembleWeights(names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second));
        var fromEqual = Math.Sqrt(weights.Sum(w => Math.Pow(w - 1.0 / weights.Length, 2)));
        return new WeightScore(named, metrics.Accuracy, metrics.Macro.F1, fromEqual);
    }
}

/// <summary>What a search for ensemble weights found on the validation photos.</summary>
/// <param name="Found">The best weights. Their score is the best of many on the same photos and therefore flatters: judge them on the test
/// set.
/// </param>
/// <param name="Equal">The same weight for every model.</param>
/// <param name="Paper">Smart Derma's weights; null where other models vote.</param>
/// <param name="Grid">Every point of the grid, for a chart.</param>
public sealed record WeightSearchResult(WeightScore Found, WeightScore Equal, WeightScore? Paper, IReadOnlyList<WeightScore> Grid)
{
    /// <summary>The models that vote.</summary>
    public IReadOnlyCollection<string> Models => [.. Equal.Weights.ByName.Keys];

    /// <summary>Points of the grid that share the highest accuracy on it.</summary>
    public int TiedForBest => Grid.GroupBy(score => score.Accuracy).MaxBy(group => group.Key)!.Count();
}

/// <summary>
/// Searches the weights of a soft vote on the validation photos: every point of a grid over the simplex, equal weights and the paper's,
/// then a local refinement of the best. Nothing is random.
/// </summary>
public static class WeightSearch
{
    /// <summary>Finds the best weights, in the order of <see cref="WeightScore"/>.</summary>
    /// <param name="validation">Each model's predictions of the validation photos, by its name; two to about five models.</param>
    /// <param name="options">Grid and refinement; the defaults where null.</param>
    /// <exception cref="UserError">Photos, labels or classes differ, there is no photo, or the options make no sense.</exception>
    public static WeightSearchResult Run(IReadOnlyDictionary<string, Predictions> validation, WeightSearchOptions? options = null)
    {
        options ??= new WeightSearchOptions();
        options.Validate();
        SamePhotos.Require(validation);
        if (validation.Values.First().Count == 0)
            throw new UserError("There are no validation photos to search weights on; give at least one.");
        var names = SoftVote.InOrder(validation.Keys);
        Predictions[] members = [.. names.Select(name => validation[name])];

        WeightScore Score(double[] weights) => WeightScore.Of(names, members, weights);
        WeightScore ScoreOf(EnsembleWeights weights) => Score(Vector(names, weights.For(names)));

        var grid = Simplex.Grid(names.Length, options.Divisions).Select(Score).ToArray();
        var equal = ScoreOf(EnsembleWeights.Equal(names));
        var paper = EnsembleWeights.Paper.Misfit(names) is null ? ScoreOf(EnsembleWeights.Paper) : null;
        var best = Best([equal, .. paper is null ? [] : new[] { paper }, .. grid]);
        return new WeightSearchResult(Refined(best), equal, paper, grid);

        // Pattern search (Hooke, Jeeves 1961) along the simplex's edges: take the best of all shifts of one step from a model to another
        // while that is better, else halve the step. The score is flat between jumps, so slopes are of no use.
        WeightScore Refined(WeightScore score)
        {
            var step = 1.0 / options.Divisions;
            for (var halving = 0; halving <= options.Halvings; step /= 2, halving++)
                while (BestShift(score, step) is var next && next.CompareTo(score) > 0) score = next;
            return score;
        }

        WeightScore BestShift(WeightScore score, double step) =>
            Best([score, .. Simplex.Neighbours(Vector(names, score.Weights), step).Select(Score)]);
    }

    static double[] Vector(string[] names, EnsembleWeights weights) => [.. names.Select(name => weights[name])];

    // The first of equals, so that the order of candidates decides and not chance.
    static WeightScore Best(IEnumerable<WeightScore> scores) => scores.Aggregate((best, next) => next.CompareTo(best) > 0 ? next : best);
}

/// <summary>Weights that are at least 0 and add up to 1.</summary>
static class Simplex
{
    const double Rounding = 1e-9;

    /// <summary>
    /// Every vector of multiples of 1 / <paramref name="divisions"/>, in lexicographic order, C(divisions + models − 1, models − 1) in all.
    /// </summary>
    public static IEnumerable<double[]> Grid(int models, int divisions) =>
        Parts(models, divisions).Select(parts => parts.Select(part => (double)part / divisions).ToArray());

    /// <summary>What moving <paramref name="step"/> of weight from one model to another gives, for each pair that allows it.</summary>
    public static IEnumerable<double[]> Neighbours(double[] weights, double step)
    {
        for (var from = 0; from < weights.Length; from++)
            for (var to = 0; to < weights.Length; to++)
                if (from != to && weights[from] >= step - Rounding)
                    yield return Moved(weights, from, to, Math.Min(step, weights[from]));
    }

    static double[] Moved(double[] weights, int from, int to, double step)
    {
        double[] moved = [.. weights];
        moved[from] -= step;
        moved[to] += step;
        return moved;
    }

    static IEnumerable<int[]> Parts(int count, int total) => count == 1
        ? [[total]]
        : from first in Enumerable.Range(0, total + 1)
          from rest in Parts(count - 1, total - first)
          select (int[])[first, .. rest];
}
