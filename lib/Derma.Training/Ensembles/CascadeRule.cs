namespace Derma.Training;

/// <summary>
/// When a small network's word is enough, and when the whole vote is asked: by the small network's calibrated confidence, against a
/// threshold that is chosen on validation photos.
/// </summary>
/// <param name="From">The confidence from which the small network answers alone; 1 where its word is never enough.</param>
/// <param name="Alone">Share of the validation photos that it answers alone, 0 to 1.</param>
public sealed record CascadeRule(double From, double Alone)
{
    /// <summary>
    /// The lowest threshold at which no more validation photos are answered wrongly than by the vote. Photos are handed to the small
    /// network from its surest on; of all places to stop, the last one counts at which it has not lost more photos than it has won.
    /// </summary>
    /// <param name="first">The small network's calibrated answers to validation photos.</param>
    /// <param name="vote">The vote's answers to the same photos, in the same order.</param>
    /// <exception cref="UserError">There is no photo, or the photos differ.</exception>
    public static CascadeRule Find(Predictions first, Predictions vote)
    {
        SamePhotos.Require([new("the small network", first), new("the vote", vote)]);
        if (first.Count == 0) throw new UserError("There are no predictions to choose a threshold by; give at least one photo's.");
        int[] surest = [.. Enumerable.Range(0, first.Count).OrderByDescending(first.Confidence)];
        var (found, won) = (new CascadeRule(1, 0), 0);
        for (var k = 0; k < surest.Length; k++)
        {
            won += (first.IsCorrect(surest[k]) ? 1 : 0) - (vote.IsCorrect(surest[k]) ? 1 : 0);
            var here = first.Confidence(surest[k]);
            // Photos of one confidence fall on the same side.
            var isCut = k + 1 == surest.Length || first.Confidence(surest[k + 1]) < here;
            if (isCut && won >= 0) found = new CascadeRule(here, (k + 1.0) / surest.Length);
        }
        return found;
    }

    /// <summary>What the cascade answers: the small network's row where it is sure enough, else the vote's.</summary>
    /// <param name="first">The small network's calibrated answers.</param>
    /// <param name="vote">The vote's answers to the same photos, in the same order.</param>
    public Predictions Apply(Predictions first, Predictions vote)
    {
        var rows = Enumerable.Range(0, first.Count).Select(i => (first.Confidence(i) >= From ? first : vote).Row(i).ToArray());
        return new Predictions([.. rows.SelectMany(row => row)], first.Labels, first.Paths, first.Classes);
    }
}
