using System.Diagnostics;
using System.Text.Json;

namespace Derma.Training.Tests;

/// <summary>The same figures from scikit-learn and scipy, where Python has them.</summary>
public class ScikitLearnTests
{
    const string Python = "/usr/bin/python3";

    const string Script = """
        import json, sys, warnings
        text = sys.stdin.read()
        warnings.filterwarnings('ignore')
        import numpy as np
        from scipy.stats import binomtest
        from sklearn import metrics as m
        given = json.loads(text)
        y, first, second = (np.array(given[k]) for k in ('labels', 'first', 'second'))
        p = np.array(given['probabilities']).reshape(len(y), -1)
        b, c = int(np.sum((first == y) & (second != y))), int(np.sum((first != y) & (second == y)))
        out = {a: list(m.precision_recall_fscore_support(y, first, average=a, zero_division=0)[:3]) for a in ('macro', 'weighted', 'micro')}
        out['accuracy'] = m.accuracy_score(y, first)
        out['balanced'] = m.balanced_accuracy_score(y, first)
        out['kappa'] = m.cohen_kappa_score(first, second)
        out['loss'] = m.log_loss(y, p, labels=list(range(p.shape[1])))
        out['brier'] = float(np.mean(np.sum((p - np.eye(p.shape[1])[y]) ** 2, axis=1)))
        out['mcnemar'] = binomtest(min(b, c), b + c).pvalue
        print(json.dumps(out))
        """;

    [SkippableTheory]
    [InlineData(1, 400, 13, 2)]
    [InlineData(2, 60, 7, 0.5)]
    [InlineData(3, 9, 5, 0)]
    public void Figures_are_those_of_scikit_learn(int seed, int photos, int classes, double skill)
    {
        var (first, second) = (Answers.Random(seed, photos, classes, skill), Answers.Random(seed + 50, photos, classes, skill));
        var expected = Ask(first, second);
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

    static JsonElement Ask(Predictions first, Predictions second)
    {
        Skip.IfNot(File.Exists(Python), "There is no Python here.");
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(JsonSerializer.Serialize(new
        {
            labels = first.Labels,
            probabilities = first.Probabilities.Select(p => (double)p),
            first = Enumerable.Range(0, first.Count).Select(first.Predicted),
            second = Enumerable.Range(0, second.Count).Select(second.Predicted),
        }));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var message = errors.GetAwaiter().GetResult();
        Skip.If(message.Contains("ModuleNotFoundError"), "Python has no scikit-learn here.");
        Assert.True(process.ExitCode == 0, message);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }
}
