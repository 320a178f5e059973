namespace Derma.Training.Tests;

public class SoftVoteTests
{
    static Dictionary<string, Predictions> Three(Predictions mobile, Predictions dense, Predictions efficient) =>
        new() { ["mobilenet_v3_large"] = mobile, ["densenet121"] = dense, ["efficientnet_b3"] = efficient };

    [Fact]
    public void Probabilities_are_weighted_means()
    {
        var vote = SoftVote.Combine(
            Three(Answers.Of(([.5f, .25f, .25f], 0)), Answers.Of(([0, .5f, .5f], 0)), Answers.Of(([.25f, .75f, 0], 0))), EnsembleWeights.Paper);
        // .4 x .5 + 0 + .3 x .25 = .275; .4 x .25 + .3 x .5 + .3 x .75 = .475; .4 x .25 + .3 x .5 = .25.
        Assert.Equal([0.275f, 0.475f, 0.25f], vote.Row(0).ToArray());
        Assert.Equal(["0.jpg"], vote.Paths);
    }

    [Fact]
    public void MobileNetV3_has_the_largest_of_the_papers_weights_whatever_the_order_of_the_members()
    {
        // MobileNetV3 alone says class 0: .4 against .3 for each other class.
        var members = Three(Answers.Of(([1, 0, 0], 0)), Answers.Of(([0, 1, 0], 0)), Answers.Of(([0, 0, 1], 0)));
        Assert.Equal([0.4f, 0.3f, 0.3f], SoftVote.Combine(members, EnsembleWeights.Paper).Row(0).ToArray());
        Assert.Equal([0.4f, 0.3f, 0.3f], SoftVote.Combine(members.Reverse().ToDictionary(), EnsembleWeights.Paper).Row(0).ToArray());
    }

    [Fact]
    public void The_order_of_the_members_changes_no_bit()
    {
        var members = Three(Answers.Random(1, 300, 13), Answers.Random(2, 300, 13), Answers.Random(3, 300, 13));
        Assert.Equal(
            SoftVote.Combine(members, EnsembleWeights.Paper).Probabilities,
            SoftVote.Combine(members.Reverse().ToDictionary(), EnsembleWeights.Paper).Probabilities);
    }

    [Fact]
    public void One_model_alone_votes_as_it_is()
    {
        var alone = Answers.Random(4, 20, 5);
        Assert.Equal(alone.Probabilities, SoftVote.Combine(new Dictionary<string, Predictions> { ["a"] = alone }, EnsembleWeights.Equal("a")).Probabilities);
    }

    [Fact]
    public void Other_photos_labels_or_classes_are_named()
    {
        float[] rows = [.5f, .5f, .5f, .5f];
        var first = new Predictions(rows, [0, 1], ["x.jpg", "y.jpg"], ["acne", "warts"]);
        AssertRefused(new Predictions(rows, [0, 1], ["x.jpg", "z.jpg"], ["acne", "warts"]), "photo 1 is z.jpg and not y.jpg");
        AssertRefused(new Predictions(rows, [0, 0], ["x.jpg", "y.jpg"], ["acne", "warts"]), "y.jpg, is labelled acne and not warts");
        AssertRefused(new Predictions(rows, [0, 1], ["x.jpg", "y.jpg"], ["warts", "acne"]), "the classes are warts, acne and not acne, warts");
        AssertRefused(new Predictions(rows[..2], [0], ["x.jpg"], ["acne", "warts"]), "there are 1 photos and not 2");

        void AssertRefused(Predictions other, string difference)
        {
            var members = new Dictionary<string, Predictions> { ["a"] = first, ["b"] = other };
            var error = Assert.Throws<UserError>(() => SoftVote.Combine(members, EnsembleWeights.Equal("a", "b")));
            Assert.Contains($"'b' do not fit those of 'a': {difference}", error.Message.Replace("photo 1, y", "y"));
        }
    }

    [Fact]
    public void A_vote_needs_a_member() =>
        Assert.Throws<UserError>(() => SoftVote.Combine(new Dictionary<string, Predictions>(), EnsembleWeights.Paper));
}
