using System.Globalization;
using Plotly.NET;

namespace Derma.Papers;

/// <summary>The paper's tables and figures beside this run's.</summary>
public static class ComparisonViews
{
    /// <summary>Tables 3 and 4: printed, and measured on this run's test photos (macro averages, first seed).</summary>
    public static HtmlView PrintedAndMeasured(this Lab lab, IReadOnlyList<Trained<SmartDermaExperiment>> members,
        params IReadOnlyList<TrainedVote> votes)
    {
        var measured = Metrics(members, votes).ToDictionary(row => row.Name, row => row.Metrics);
        return LabViews.Join(
            Tables.Of(
                ["Printed → measured", "Accuracy", "95 % interval", "Precision", "Recall", "F1"],
                PrintedTables.Rows.Select(row => (IReadOnlyList<object?>)
                [
                    row.Name, $"{LabViews.Percent(row.Accuracy)} → {LabViews.Percent(measured[row.Name].Accuracy)}",
                    LabViews.Words(measured[row.Name].AccuracyInterval), Both(row.Precision, measured[row.Name].Macro.Precision),
                    Both(row.Recall, measured[row.Name].Macro.Recall), Both(row.F1, measured[row.Name].Macro.F1),
                ]),
                "Tables 1, 3 and 4, and this run"),
            lab.Photos.Synthetic ? Notes.BuiltInDrawings : null);
    }

    /// <summary>Fig. 7: accuracy, precision, recall and F1 of the five.</summary>
    public static GenericChart AllMetricsChart(IReadOnlyList<Trained<SmartDermaExperiment>> members,
        params IReadOnlyList<TrainedVote> votes) =>
        MetricsChart.Of(Rows(members, votes), "Fig. 7: evaluation metrics on the test photos", PrintedTables.Rows);

    /// <summary>Photos whose answer two votes disagree about, the closest first.</summary>
    /// <param name="first">One vote.</param>
    /// <param name="second">The other.</param>
    /// <param name="most">How many at most.</param>
    public static HtmlView FlippedPanels(TrainedVote first, TrainedVote second, int most = 4)
    {
        var flips = Flip.Between(first.Test, second.Test);
        if (flips.Count == 0) return Notes.Of("No photo flips.", $"{first.Name} and {second.Name} give every test photo the same answer.");
        return LabViews.Join(flips.OrderByDescending(flip => flip.MarginFrom + flip.MarginTo).Take(most).Select(flip => LabViews.Join(
            Notes.Of($"{first.Name}: {first.Test.Classes[flip.From]}; {second.Name}: {first.Test.Classes[flip.To]}.",
                $"True class: {first.Test.Classes[flip.Label]}."),
            Panels.Prediction(second.Test.Paths[flip.Photo], second.Test.Classes, second.Test.Row(flip.Photo).ToArray(), flip.Label))));
    }

    /// <summary>Checks what the paper says about its five results together.</summary>
    public static HtmlView JudgeComparison(this Lab lab, IReadOnlyList<Trained<SmartDermaExperiment>> members,
        params IReadOnlyList<TrainedVote> votes)
    {
        SmartDermaClaims.CheckComparison(
            lab.Claims, members.ToDictionary(member => member.Experiment.Network.Architecture, member => member.Test.Metrics()),
                [.. votes.Select(vote => vote.Test.Metrics())]);
        SmartDermaNetworkClaims.CheckSizes(lab.Claims,
            members.ToDictionary(member => member.Experiment.Network.Architecture, member => Size(member.Experiment)));
        return lab.Verdicts();
    }

    static NetworkSize Size(SmartDermaExperiment experiment)
    {
        using var model = experiment.Build(SmartDermaNetworkClaims.PrintedClasses, seed: 0);
        return new NetworkSize(model.parameters().Sum(p => p.numel()), MultiplyAdds.Of(model, NetworkViews.PrintedSize));
    }

    static IReadOnlyList<(string Name, ClassificationMetrics Metrics)> Metrics(IReadOnlyList<Trained<SmartDermaExperiment>> members,
        IReadOnlyList<TrainedVote> votes) =>
        [.. members.Select(member => (member.Name, member.Test.Metrics())), .. votes.Select(vote => (vote.Name, vote.Test.Metrics()))];

    static IReadOnlyList<MetricsRow> Rows(IReadOnlyList<Trained<SmartDermaExperiment>> members, IReadOnlyList<TrainedVote> votes) =>
        [.. Metrics(members, votes).Select(row => MetricsRow.Of(row.Name, row.Metrics))];

    static string Both(double printed, double measured) => $"{Digits(printed)} → {Digits(measured)}";

    static string Digits(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Tables 3 and 4 of Smart Derma as printed, read from the ledger; Table 1 and Fig. 6 repeat their accuracies and F1.</summary>
public static class PrintedTables
{
    /// <summary>Three networks and two votes, in the paper's order.</summary>
    public static IReadOnlyList<MetricsRow> Rows { get; } =
    [
        .. SmartDermaModels.Networks.Select(key => Row(key, "table-3")),
        .. SmartDermaModels.Ensembles.Select(key => Row(key, "table-4")),
    ];

    static MetricsRow Row(string key, string table)
    {
        double Printed(string figure) => Ledger.SmartDerma[$"smart.{table}.{key}.{figure}"].Expected.Number!.Value;
        return new MetricsRow(SmartDermaModels.Title(key), Printed("accuracy"), Printed("precision"), Printed("recall"), Printed("f1"));
    }
}
