namespace Derma.Training.Tests;

public sealed class CascadeTests : IClassFixture<SmallModel>
{
    readonly SmallModel model;

    public CascadeTests(SmallModel model) => this.model = model;

    static readonly PreparedPhoto[] Photos = [.. Enumerable.Range(1, 6).Select(seed => SmallModel.Photo(seed))];

    /// <summary>A vote whose cascade asks the small model from this confidence on.</summary>
    string Vote(double from, string first = "small.onnx", string name = "vote.onnx")
    {
        using var other = Exports.Filled(new MobileNetV3(new() { Variant = MobileNetV3Variant.Small, Classes = SmallModel.Classes }));
        EnsembleMember[] members = [new("small", model.Network, 0.25), new("other", other, 0.75)];
        var info = Exports.Info(SmallModel.Classes, SmallModel.Size, ("small", 0.25), ("other", 0.75)) with
        {
            Cascade = new CascadeInfo("small", first, from, 0.5),
        };
        OnnxExport.SaveEnsemble(members, info, model.File(name));
        return model.File(name);
    }

    [Fact]
    public void The_small_network_answers_what_it_is_sure_of_and_the_vote_the_rest()
    {
        using var alone = model.Load();
        var small = alone.Predict(Photos);
        var from = small.Select(answer => answer.Best.Probability).Order().ElementAt(3);
        var path = Vote(from);
        using var vote = Predictor.Load(path);
        using var cascade = Predictor.Load(path, new() { Cascade = true });
        var (voted, answers) = (vote.Predict(Photos), cascade.Predict(Photos));
        Assert.Equal(3, answers.Count(answer => answer.By is not null));
        for (var i = 0; i < Photos.Length; i++)
        {
            var expected = small[i].Best.Probability >= from ? small[i] : voted[i];
            Assert.Equal(expected.By, answers[i].By);
            Assert.Equal(expected.Best.Label, answers[i].Best.Label);
            Assert.Equal(expected.Best.Probability, answers[i].Best.Probability, 1e-5);
        }
        Assert.Equal(
            (AnswerPolicy.Single, AnswerPolicy.Vote, AnswerPolicy.Cascade), (small[0].Policy, voted[0].Policy, answers[0].Policy));
    }

    [Fact]
    public void A_model_says_that_it_was_distilled()
    {
        OnnxExport.Save(model.Network, Exports.Info(SmallModel.Classes, SmallModel.Size) with { DistilledFrom = "a vote" }, model.File("student.onnx"));
        using var student = Predictor.Load(model.File("student.onnx"));
        Assert.Equal((AnswerPolicy.Distilled, AnswerPolicy.Distilled), (student.Policy, student.Predict([Photos[0]])[0].Policy));
    }

    [Fact]
    public void Without_a_cascade_or_its_small_network_one_is_told_what_writes_both()
    {
        Assert.Contains("knows no cascade", Assert.Throws<UserError>(() => model.Load(new() { Cascade = true })).Message);
        Assert.Contains("missing.onnx first", Refusal(Vote(0.5, "missing.onnx", "lonely.onnx")));
        OnnxExport.Save(model.Network, Exports.Info(SmallModel.Classes, SmallModel.Size) with { Run = "another" }, model.File("foreign.onnx"));
        Assert.Contains("another run", Refusal(Vote(0.5, "foreign.onnx", "mixed.onnx")));

        static string Refusal(string path) => Assert.Throws<UserError>(() => Predictor.Load(path, new() { Cascade = true })).Message;
    }
}
