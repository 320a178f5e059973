using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Derma.Papers.Tests;

public class VoteViewsTests
{
    static readonly string[] Networks = ["mobilenet_v3_large", "densenet121", "efficientnet_b3"];

    // MobileNetV3 is sure of class 1, the others hold class 0 for likelier: equal weights say 0, the paper's say 1.
    static readonly float[] Contested = [5f / 6 - 1f / 128, 1f / 6 + 1f / 128];

    static TrainedVote Vote(EnsembleWeights weights)
    {
        var others = Answers.Of((Contested, 1), (Contested, 0), ([1, 0], 0));
        var members = new Dictionary<string, Predictions>
        {
            [Networks[0]] = Answers.Of(([0, 1], 1), ([0, 1], 0), ([1, 0], 0)), [Networks[1]] = others, [Networks[2]] = others,
        };
        var vote = SoftVote.Combine(members, weights);
        return new TrainedVote(weights.ToString(), [new VoteSeed(1, weights, vote, vote)]);
    }

    [Fact]
    public void Flips_are_counted_by_what_became_of_the_answer()
    {
        var table = new HtmlParser().ParseDocument(VoteViews.Flips(Vote(EnsembleWeights.Equal(Networks)), Vote(EnsembleWeights.Paper)).Html);
        int[] counts = [.. table.QuerySelectorAll("tbody tr").Select(row => int.Parse(row.QuerySelectorAll("td").Last().TextContent.Trim()))];
        Assert.Equal([3, 2, 2, 1, 1, 0], counts);
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
        Assert.Equal(2, VoteViews.Calibrate(vote).Count);
    }
}
