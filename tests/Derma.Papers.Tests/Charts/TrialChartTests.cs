namespace Derma.Papers.Tests;

public class TrialChartTests
{
    static readonly double[] Rates = [0.001, 0.001, 0.003, 0.003], Decays = [1e-5, 1e-3, 1e-5, 1e-5], Scores = [0.1, 0.2, 0.3, 0.5];

    [Fact]
    public void Parallel_coordinates_have_a_line_for_each_trial_and_the_best_is_the_strongest()
    {
        var chart = TrialChart.Parallel(
            ["rate", "decay", "macro F1"], [.. Rates.Select((rate, i) => (IReadOnlyList<double>)[rate, Decays[i], Scores[i]])], "Trials");
        var lines = chart.Traces().Where(trace => (string?)trace["mode"] == "lines").ToList();
        Assert.Equal(4, lines.Count);
        Assert.Equal([0.15, 1.0], [(double)lines[0]["opacity"]!, (double)lines[3]["opacity"]!]);
        Assert.Equal([0.0, 0.0, 0.0], lines[0].Numbers("y"));
        Assert.Equal([1.0, 0.0, 1.0], lines[3].Numbers("y"));
    }

    [Fact]
    public void A_cell_is_the_mean_over_the_other_settings()
    {
        var rows = TrialChart.Pairs(("rate", Rates), ("decay", Decays), Scores, "Pairs").Traces()[0]["z"]!.AsArray();
        Assert.Equal(0.1, (double)rows[0]![0]!, 1e-12); // decay 1e-5, rate 0.001: one trial
        Assert.Equal(0.4, (double)rows[0]![1]!, 1e-12); // decay 1e-5, rate 0.003: 0.3 and 0.5
        Assert.Equal(0.2, (double)rows[1]![0]!, 1e-12);
    }
}
