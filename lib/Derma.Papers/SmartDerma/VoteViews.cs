using System.Globalization;

namespace Derma.Papers;

/// <summary>What the notebooks of experiments 4 and 5 show.</summary>
public static class VoteViews
{
    /// <summary>Final figures of votes on the test photos, a row a seed.</summary>
    public static HtmlView Numbers(this Lab lab, params IReadOnlyList<TrainedVote> votes) => Tables.Of(
        ["Vote", "Seed", "Weights", "Test accuracy", "95 % interval", "Balanced accuracy", "95 % interval", "Macro F1"],
        votes.SelectMany(vote => vote.Seeds.Select(seed => (IReadOnlyList<object?>)
            [vote.Name, seed.Seed, seed.Weights.ToString(), .. ExperimentViews.Figures(vote.Name, seed.Test).Skip(1)])),
        $"On {votes[0].Test.Count} test photos; {lab.Photos.Title}");

    /// <summary>A vote against the best single network, which is picked on the validation photos.</summary>
    public static HtmlView CompareWithBestSingle(this Lab lab, TrainedVote vote)
    {
        var pairs = lab.Seeds.Select((_, i) => (Best: BestSingle(lab, i), Vote: vote.Seeds[i].Test)).ToList();
        return Comparison($"{pairs[0].Best.Name} → {vote.Name}", [.. pairs.Select(pair => (pair.Best.Test, pair.Vote))], lab.Seeds);
    }

    /// <summary>The network of one seed with the best validation accuracy, and its answers to the test photos.</summary>
    internal static (string Name, Predictions Test) BestSingle(Lab lab, int seed) =>
        lab.Members().Select(member => (member.Name, Seed: member.Seeds[seed])).MaxBy(member => member.Seed.Metrics.ValidationAccuracy)
            is var best ? (best.Name, best.Seed.Test) : default;

    /// <summary>The vote before and after a temperature fitted on the validation photos.</summary>
    public static IReadOnlyList<(string Name, Calibration Calibration)> Calibrate(TrainedVote vote)
    {
        var temperature = TemperatureScaling.Fit(vote.Validation);
        return
        [
            (vote.Name, Calibration.Of(vote.Test)),
            (FormattableString.Invariant($"at temperature {temperature:0.00}"),
                Calibration.Of(TemperatureScaling.Apply(vote.Test, temperature))),
        ];
    }

    /// <summary>Checks what the paper prints about the equal vote (experiment 4).</summary>
    public static HtmlView Judge(this Lab lab, TrainedVote equal, EnsembleCost cost)
    {
        SmartDermaClaims.CheckEnsemble(lab.Claims, SmartDermaModels.Equal, equal.Test.Metrics(), ExperimentViews.Intervals(equal.Test));
        CheckGain(lab.Claims, "equal-over-best-single", BestSingle(lab, 0).Test, equal.Test);
        SmartDermaNetworkClaims.CheckLatency(lab.Claims, cost.SlowestSeconds, cost.EnsembleSeconds);
        return lab.Verdicts();
    }

    /// <summary>Checks what the paper prints about the weighted vote (experiment 5).</summary>
    public static HtmlView Judge(this Lab lab, WeightSearchResult search, TrainedVote equal, TrainedVote found)
    {
        SmartDermaClaims.CheckWeights(lab.Claims, search.Found.Weights.ByName);
        SmartDermaClaims.CheckEnsemble(lab.Claims, SmartDermaModels.Optimised, found.Test.Metrics(), ExperimentViews.Intervals(found.Test));
        CheckGain(lab.Claims, "optimised-over-best-single", BestSingle(lab, 0).Test, found.Test);
        CheckGain(lab.Claims, "optimised-over-equal", equal.Test, found.Test);
        return lab.Verdicts();
    }

    static void CheckGain(ClaimBook book, string gain, Predictions before, Predictions after)
    {
        var comparison = PairedComparison.Of(before, after);
        var note = string.Create(CultureInfo.InvariantCulture,
            $"{comparison.Test.OnlySecond} photos won, {comparison.Test.OnlyFirst} lost; "
            + $"McNemar's exact p = {comparison.Test.PValue:0.000}.");
        SmartDermaClaims.CheckGain(book, gain, comparison.Accuracy.Value, comparison.Accuracy.Interval, note);
    }

    static HtmlView Comparison(string name, IReadOnlyList<(Predictions First, Predictions Second)> pairs, IReadOnlyList<long> seeds)
    {
        var compared = pairs.Select(pair => PairedComparison.Of(pair.First, pair.Second)).ToList();
        var significant = compared.Count(c => c.Test.PValue < 0.05);
        var verdict = Notes.Of(
            significant == 0 ? "Not significant." : significant == compared.Count ? "Significant." : "Sometimes significant.",
            $"At the 5 % level the test finds a difference in {significant} of {compared.Count} seed{(compared.Count == 1 ? "" : "s")}. "
            + "An interval that holds 0 means that these photos cannot tell the two apart, not that they are equal.");
        return LabViews.Join(
            EvaluationTables.Comparisons([.. compared.Select((c, i) => (pairs.Count == 1 ? name : $"{name}, seed {seeds[i]}", c))],
                "On the same test photos"), verdict);
    }
}

/// <summary>What one answer costs: multiply-adds counted, time measured on this machine (contradiction 25).</summary>
/// <param name="Networks">Name, multiply-adds and seconds of each network, one photo at the printed size.</param>
/// <param name="Threads">Threads of the measurement.</param>
public sealed record EnsembleCost(IReadOnlyList<(string Name, long MultiplyAdds, double Seconds)> Networks, int Threads)
{
    /// <summary>Seconds of the slowest network.</summary>
    public double SlowestSeconds => Networks.Max(network => network.Seconds);

    /// <summary>Seconds of all networks, one after the other.</summary>
    public double EnsembleSeconds => Networks.Sum(network => network.Seconds);
}
