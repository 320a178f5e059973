namespace Derma.Training;

/// <summary>
/// Searches the weights of a soft vote on the validation photos: every point of a grid over the simplex, equal weights and the paper's, then a
/// local refinement of the best. Nothing is random.
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
        if (validation.Values.First().Count == 0) throw new UserError("There are no validation photos to search weights on; give at least one.");
        var names = SoftVote.InOrder(validation.Keys);
        Predictions[] members = [.. names.Select(name => validation[name])];

        WeightScore Score(double[] weights) => WeightScore.Of(names, members, weights);
        WeightScore ScoreOf(EnsembleWeights weights) => Score(Vector(names, weights.For(names)));

        var grid = Simplex.Grid(names.Length, options.Divisions).Select(Score).ToArray();
        var equal = ScoreOf(EnsembleWeights.Equal(names));
        var paper = EnsembleWeights.Paper.Misfit(names) is null ? ScoreOf(EnsembleWeights.Paper) : null;
        var best = Best([equal, .. paper is null ? [] : new[] { paper }, .. grid]);
        return new WeightSearchResult(Refined(best), equal, paper, grid);

        // Pattern search (Hooke, Jeeves 1961) along the simplex's edges: take the best of all shifts of one step from a model to another while
        // that is better, else halve the step. The score is flat between jumps, so slopes are of no use.
        WeightScore Refined(WeightScore score)
        {
            var step = 1.0 / options.Divisions;
            for (var halving = 0; halving <= options.Halvings; step /= 2, halving++)
                while (Best([score, .. Simplex.Neighbours(Vector(names, score.Weights), step).Select(Score)]) is var next && next.CompareTo(score) > 0)
                    score = next;
            return score;
        }
    }

    static double[] Vector(string[] names, EnsembleWeights weights) => [.. names.Select(name => weights[name])];

    // The first of equals, so that the order of candidates decides and not chance.
    static WeightScore Best(IEnumerable<WeightScore> scores) => scores.Aggregate((best, next) => next.CompareTo(best) > 0 ? next : best);
}
