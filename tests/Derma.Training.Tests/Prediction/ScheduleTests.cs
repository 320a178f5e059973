using Derma.Inference.OnnxFormat;
using Google.Protobuf;

namespace Derma.Training.Tests;

public sealed class ScheduleTests : IClassFixture<SmallModel>
{
    static readonly PreparedPhoto[] photos = [.. Enumerable.Range(1, 3).Select(seed => SmallModel.Photo(seed))];

    readonly SmallModel model;

    public ScheduleTests(SmallModel model) => this.model = model;

    string Vote(string name)
    {
        using var other = Exports.Filled(new MobileNetV3(new() { Variant = MobileNetV3Variant.Small, Classes = SmallModel.Classes }));
        using var third = Exports.Filled(new MobileNetV3(new() { Variant = MobileNetV3Variant.Small, Classes = SmallModel.Classes, Dropout = 0.5 }));
        EnsembleMember[] members = [new("small", model.Network, 0.25), new("other", other, 0.5), new("third", third, 0.25)];
        (string, double)[] weights = [.. members.Select(member => (member.Name, member.Weight))];
        OnnxExport.SaveEnsemble(members, Exports.Info(SmallModel.Classes, SmallModel.Size, weights), model.File(name));
        return model.File(name);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(8, false)]
    public void Networks_beside_each_other_answer_as_one_graph_does(int threads, bool flips)
    {
        var path = Vote($"beside-{threads}.onnx");
        using var one = Predictor.Load(path, new() { Threads = threads, Flips = flips });
        using var beside = Predictor.Load(path, new() { Threads = threads, Flips = flips, Schedule = Schedule.SideBySide });
        Assert.Equal($"one graph, {threads} threads", one.Schedule);
        Assert.Equal(Math.Min(threads, 3), beside.Schedule.Split(" beside ").Length);
        foreach (var (expected, answer) in one.Predict(photos).Zip(beside.Predict(photos)))
        {
            Assert.Equal(expected.Classes.Select(c => c.Label), answer.Classes.Select(c => c.Label));
            Near(expected.Classes.Select(c => c.Probability), answer.Classes.Select(c => c.Probability));
            Near(expected.HeatMap!.Values.Select(v => (double)v), answer.HeatMap!.Values.Select(v => (double)v));
            Assert.Equal(expected.Members, answer.Members);
        }
    }

    static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4));

    [Fact]
    public void What_is_no_vote_or_has_one_thread_or_falls_into_no_parts_stays_one_graph()
    {
        using var single = model.Load(new() { Threads = 2, Schedule = Schedule.SideBySide });
        using var slim = Predictor.Load(Vote("slim.onnx"), new() { Threads = 1, Schedule = Schedule.SideBySide });
        using var mixed = Predictor.Load(Renamed(Vote("mixed.onnx")), new() { Threads = 2, Schedule = Schedule.SideBySide });
        Assert.Equal(["one graph, 2 threads", "one graph, 1 thread", "one graph, 2 threads"], [single.Schedule, slim.Schedule, mixed.Schedule]);
    }

    /// <summary>The file with one network's nodes named as if they were the vote's.</summary>
    static string Renamed(string path)
    {
        var file = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        foreach (var node in file.Graph.Node.Where(node => node.Name.StartsWith("other/", StringComparison.Ordinal))) node.Name = "x" + node.Name;
        File.WriteAllBytes(path, file.ToByteArray());
        return path;
    }

    [Fact]
    public void The_measured_way_is_one_of_the_two()
    {
        using var measured = Predictor.Load(Vote("measured.onnx"), new() { Threads = 2, Schedule = Schedule.Measured });
        Assert.True(measured.Schedule == "one graph, 2 threads" || measured.Schedule.Contains(" beside ", StringComparison.Ordinal));
        Assert.Contains(measured.MeasureBatch(TimeSpan.FromMinutes(1)), (int[])[1, 2, 4, 8]);
        Assert.Equal(1, measured.MeasureBatch(TimeSpan.Zero));
    }

    [Fact]
    public void The_longest_network_has_a_lane_of_its_own_where_the_others_together_are_no_longer()
    {
        Assert.Equal([[1], [2, 0]], LaneRunner.Lanes([7, 50, 31], 2));
        Assert.Equal([[2], [0], [1]], LaneRunner.Lanes([7, 5, 31], 3));
    }

    [Fact]
    public void A_larger_batch_is_taken_for_more_answers_a_second_and_not_for_as_many()
    {
        Assert.Equal(4, RunnerChoice.Batch([(1, 0.1), (2, 0.18), (4, 0.3), (8, 0.6)]));
        Assert.Equal(1, RunnerChoice.Batch([(1, 0.1), (2, 0.2), (4, 0.399)]));
    }
}
