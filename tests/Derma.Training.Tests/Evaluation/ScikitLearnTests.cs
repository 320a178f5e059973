using System.Text.Json;

namespace Derma.Training.Tests;

/// <summary>The same figures from scikit-learn and scipy, recorded by <c>tests/fixtures/record/figures.py</c>.</summary>
public class ScikitLearnTests
{
    /// <summary>Recorded probabilities are whole numbers of 1024ths.</summary>
    const float Parts = 1024;

    static readonly JsonElement cases = JsonDocument.Parse(File.ReadAllText(Fixtures.ScikitLearn)).RootElement.GetProperty("cases");

    [Theory]
    [InlineData(0, 400, 13)]
    [InlineData(1, 60, 7)]
    [InlineData(2, 9, 5)]
    public void Figures_are_those_of_scikit_learn(int recorded, int photos, int classes)
    {
        var (given, expected) = (cases[recorded].GetProperty("given"), cases[recorded].GetProperty("figures"));
        var (first, second) = (Given(given, "first", classes), Given(given, "second", classes));
        Assert.Equal((photos, classes), (first.Count, first.Classes.Count));
        var (metrics, calibration) = (first.Metrics(), Calibration.Of(first));
        AssertEqual(expected.GetProperty("macro"), metrics.Macro);
        AssertEqual(expected.GetProperty("weighted"), metrics.Weighted);
        AssertEqual(expected.GetProperty("micro"), metrics.Micro);
        double Expected(string name) => expected.GetProperty(name).GetDouble();
        Assert.Equal(Expected("accuracy"), metrics.Accuracy, 12);
        Assert.Equal(Expected("balanced"), metrics.BalancedAccuracy, 12);
        Assert.Equal(Expected("kappa"), Agreement.Of(new Dictionary<string, Predictions> { ["a"] = first, ["b"] = second }).Kappa(0, 1), 12);
        Assert.Equal(Expected("loss"), calibration.NegativeLogLikelihood, 6);
        Assert.Equal(Expected("brier"), calibration.Brier, 12);
        Assert.Equal(Expected("mcnemar"), McNemar.Of(first, second).PValue, 12);
    }

    static void AssertEqual(JsonElement expected, AveragedMetrics actual)
    {
        double[] figures = [actual.Precision, actual.Recall, actual.F1];
        Assert.All(figures.Select((figure, i) => (figure, i)), pair => Assert.Equal(expected[pair.i].GetDouble(), pair.figure, 12));
    }

    static Predictions Given(JsonElement given, string name, int classes)
    {
        float[] rows = [.. given.GetProperty(name).EnumerateArray().Select(parts => parts.GetInt32() / Parts)];
        int[] labels = [.. given.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        return Answers.Of([.. rows.Chunk(classes).Zip(labels)]);
    }
}
