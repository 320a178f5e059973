using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Derma.Papers.Tests;

public class VoteViewsTests
{
    static readonly string[] Networks = ["mobilenet_v3_large", "densenet121", "efficientnet_b3"];

    // MobileNetV3 is sure of class 1, the others hold class 0 for likelier: equal weights say 0, the paper's say 1.
    static readonly float[] Contested = [5f / 6 - 1f / 128, 1f / 6 + 1f / 128];

    static TrainedVote Vote(EnsembleWeights weights, TemporaryFolder? photos = null)
    {
        var others = In(photos, Answers.Of((Contested, 1), (Contested, 0), ([1, 0], 0)));
        var members = new Dictionary<string, Predictions>
        {
            [Networks[0]] = In(photos, Answers.Of(([0, 1], 1), ([0, 1], 0), ([1, 0], 0))), [Networks[1]] = others, [Networks[2]] = others,
        };
        var vote = SoftVote.Combine(members, weights);
        return new TrainedVote(weights.ToString(), [new VoteSeed(1, weights, vote, vote)]);
    }

    static Predictions In(TemporaryFolder? folder, Predictions answers) => folder is null ? answers : new(
        [.. answers.Probabilities], answers.Labels, [.. answers.Paths.Select(path => folder.Write(path, PhotoBytes.Jpeg(16, 16)))], answers.Classes);

    [Fact]
    public void Each_flip_is_shown_with_both_answers_and_the_truth()
    {
        using var folder = new TemporaryFolder();
        var panels = ComparisonViews.FlippedPanels(Vote(EnsembleWeights.Equal(Networks), folder), Vote(EnsembleWeights.Paper, folder)).Html;
        var text = new HtmlParser().ParseDocument(panels).Body!.TextContent;
        Assert.All(["True class: class 0.", "True class: class 1."], truth => Assert.Contains(truth, text));
        Assert.Contains($"{EnsembleWeights.Equal(Networks)}: class 0; {EnsembleWeights.Paper}: class 1.", text);
        Assert.DoesNotContain("2.jpg", panels);
    }

    [Fact]
    public void Without_a_flip_there_is_no_panel_but_a_note()
    {
        var vote = Vote(EnsembleWeights.Paper);
        Assert.Contains("No photo flips.", ComparisonViews.FlippedPanels(vote, vote).Html);
    }

    [Fact]
    public void Calibrating_leaves_every_answer_as_it_was()
    {
        var vote = Vote(EnsembleWeights.Paper);
        var temperature = TemperatureScaling.Apply(vote.Test, TemperatureScaling.Fit(vote.Validation));
        Assert.Equal([1, 1, 0], Enumerable.Range(0, 3).Select(temperature.Predicted));
        var views = VoteViews.Calibrate(vote);
        Assert.Equal([vote.Name, FormattableString.Invariant($"at temperature {TemperatureScaling.Fit(vote.Validation):0.00}")], views.Select(view => view.Name));
        Assert.Equal([Calibration.Of(vote.Test).Brier, Calibration.Of(temperature).Brier], views.Select(view => view.Calibration.Brier));
        // Fitted and judged on the same photos, the second cannot be the worse one.
        Assert.True(views[1].Calibration.NegativeLogLikelihood < views[0].Calibration.NegativeLogLikelihood);
    }
}
