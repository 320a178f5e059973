using Microsoft.ML.OnnxRuntime;

namespace Derma.Training.Tests;

public sealed class PredictorTests : IClassFixture<SmallModel>
{
    readonly SmallModel model;

    public PredictorTests(SmallModel model) => this.model = model;

    [Fact]
    public void A_photos_answer_is_the_softmax_of_the_networks_logits_at_the_models_temperature()
    {
        using var predictor = model.Load();
        var photo = SmallModel.Photo(1);
        var answer = predictor.Predict([photo]).Single();
        var expected = Exports.Softmax(model.Logits(photo).Select(z => z / (float)SmallModel.Temperature));
        Exports.AssertNear(expected.OrderDescending(), answer.Classes.Select(c => (float)c.Probability), 1e-5);
        Assert.Equal(predictor.Info.Classes[Array.IndexOf(expected, expected.Max())], answer.Best.Label);
    }

    [Fact]
    public void A_batch_gives_the_answers_of_its_photos_alone()
    {
        using var predictor = model.Load();
        PreparedPhoto[] photos = [SmallModel.Photo(1), SmallModel.Photo(2), SmallModel.Photo(3)];
        var together = predictor.Predict(photos);
        var alone = photos.Select(photo => predictor.Predict([photo])[0]);
        Assert.All(
            alone.SelectMany(one => one.Classes).Zip(together.SelectMany(one => one.Classes)),
            classes => Assert.Equal(classes.First.Probability, classes.Second.Probability, 1e-5));
        Assert.Empty(predictor.Predict([]));
    }

    [Fact]
    public void Flips_average_a_photo_with_its_two_mirror_images()
    {
        using var plain = model.Load();
        using var flips = model.Load(new() { Flips = true });
        var photo = SmallModel.Photo(4);
        double[][] softmaxes = [.. Views(photo).Select(view => Exports.Softmax(model.Logits(view)))];
        double[] mean = [.. Enumerable.Range(0, SmallModel.Classes).Select(c => softmaxes.Average(one => one[c]))];
        // The temperature comes after the mean: p^(1/T), divided by the sum.
        double[] powers = [.. mean.Select(p => Math.Pow(p, 1 / SmallModel.Temperature))];
        var answered = flips.Predict([photo])[0].Classes.Select(c => (float)c.Probability);
        Exports.AssertNear(powers.Select(p => p / powers.Sum()).OrderDescending(), answered, 1e-5);
        Assert.NotEqual(plain.Predict([photo])[0].Best.Probability, flips.Predict([photo])[0].Best.Probability);
    }

    [Fact]
    public void A_map_with_flips_lies_as_the_photo_does()
    {
        using var plain = model.Load();
        using var flips = model.Load(new() { Flips = true });
        var shown = new HashSet<int>();
        foreach (var photo in Enumerable.Range(1, 12).Select(seed => SmallModel.Photo(seed)))
        {
            var answer = flips.Predict([photo])[0];
            Answer[] alone = [.. Views(photo).Select(view => plain.Predict([view])[0])];
            var first = Array.FindIndex(alone, one => one.Best.Label == answer.Best.Label);
            shown.Add(first);
            Assert.Equal(first < 0 ? null : Upright(alone[first].HeatMap!, first), answer.HeatMap?.Values);
        }
        Assert.Contains(0, shown);
        var symmetric = SmallModel.Mirrored(SmallModel.Photo(1), (x, y, last) => (Math.Min(x, last - x), Math.Min(y, last - y)));
        Assert.NotNull(flips.Predict([symmetric])[0].HeatMap);
    }

    [Theory]
    [InlineData(Mirror.None, new[] { 1f, 2, 3, 4 })]
    [InlineData(Mirror.LeftRight, new[] { 2f, 1, 4, 3 })]
    [InlineData(Mirror.UpsideDown, new[] { 3f, 4, 1, 2 })]
    public void The_map_of_a_mirror_image_is_mirrored_back(Mirror mirror, float[] expected)
    {
        float[] maps = [9, 9, 9, 9, 1, 2, 3, 4];
        Assert.Equal(expected, new ModelRun(mirror, 1, [1, 1], [], maps, 2).HeatMap(1));
    }

    /// <summary>A photo, its mirror image and the one that stands on its head.</summary>
    static PreparedPhoto[] Views(PreparedPhoto photo) =>
        [photo, SmallModel.Mirrored(photo, (x, y, last) => (last - x, y)), SmallModel.Mirrored(photo, (x, y, last) => (x, last - y))];

    static float[] Upright(HeatMapGrid map, int view) =>
    [
        .. from y in Enumerable.Range(0, map.Height) from x in Enumerable.Range(0, map.Width)
           select map.Values[(view == 2 ? map.Height - 1 - y : y) * map.Width + (view == 1 ? map.Width - 1 - x : x)],
    ];

    [Fact]
    public void An_answer_is_sure_from_the_threshold_on()
    {
        var photo = SmallModel.Photo(5);
        using var first = model.Load();
        var confidence = first.Predict([photo])[0].Best.Probability;
        using var just = model.Load(new() { SureFrom = confidence });
        using var above = model.Load(new() { SureFrom = confidence + 1e-6 });
        Assert.True(just.Predict([photo])[0].Sure);
        Assert.False(above.Predict([photo])[0].Sure);
    }

    [Fact]
    public void Several_threads_at_once_get_the_answers_of_one()
    {
        using var predictor = model.Load(new() { Threads = 2 });
        PreparedPhoto[] photos = [.. Enumerable.Range(0, 8).Select(seed => SmallModel.Photo(seed))];
        double[] alone = [.. photos.Select(photo => predictor.Predict([photo])[0].Best.Probability)];
        var atOnce = new double[64];
        Parallel.For(0, atOnce.Length, i => atOnce[i] = predictor.Predict([photos[i % photos.Length]])[0].Best.Probability);
        Assert.All(atOnce.Select((value, i) => (value, i)), entry => Assert.Equal(alone[entry.i % photos.Length], entry.value, 1e-6));
    }

    [Fact]
    public void Titles_are_the_catalogues_or_the_name_without_underscores()
    {
        using var network = Exports.Filled(new MobileNetV3(new() { Variant = MobileNetV3Variant.Small, Classes = 3 }));
        var path = model.File("titles.onnx");
        OnnxExport.Save(network, Exports.Info(3, 32) with { Classes = ["Sun_Sunlight_Damage", "My_Own_Class", "Acne"] }, path);
        using var predictor = Predictor.Load(path);
        var titles = predictor.Predict([SmallModel.Photo(1, 32)])[0].Classes.ToDictionary(c => c.Label, c => c.Title);
        Assert.Equal(("Sun/Sunlight Damage", "My Own Class"), (titles["Sun_Sunlight_Damage"], titles["My_Own_Class"]));
    }

    [Fact]
    public void An_ensembles_answer_says_what_each_network_holds_likeliest()
    {
        using var first = Exports.Filled(new MobileNetV3(new() { Variant = MobileNetV3Variant.Small, Classes = SmallModel.Classes }));
        EnsembleMember[] members = [new("first", first, 0.25), new("second", model.Network, 0.75)];
        var path = model.File("vote.onnx");
        OnnxExport.SaveEnsemble(members, Exports.Info(SmallModel.Classes, SmallModel.Size, ("first", 0.25), ("second", 0.75)), path);
        using var predictor = Predictor.Load(path);
        var photo = SmallModel.Photo(2);
        var answer = predictor.Predict([photo])[0];
        var logits = model.Logits(photo);
        Assert.Equal(["first", "second"], answer.Members.Keys);
        Assert.Equal(predictor.Info.Classes[Array.IndexOf(logits, logits.Max())], answer.Members["second"]);
        Assert.False(answer.HeatMap!.Exact);
    }

    [Fact]
    public void A_photo_of_another_size_is_refused()
    {
        using var predictor = model.Load();
        Assert.Throws<ArgumentException>(() => predictor.Predict([SmallModel.Photo(1, 33)]));
    }

    [SkippableFact]
    public void Without_cuda_auto_runs_on_the_cpu_and_cuda_says_what_is_missing()
    {
        Skip.If(OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"), "This build of ONNX Runtime has CUDA.");
        using var predictor = model.Load(new() { Device = PredictorDevice.Auto });
        Assert.Equal("CPU", predictor.Provider);
        Assert.Contains("-p:Onnx=gpu", Assert.ThrowsAny<UserError>(() => model.Load(new() { Device = PredictorDevice.Cuda })).Message);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Contains("Threads is 0", Assert.Throws<UserError>(() => model.Load(new() { Threads = 0 })).Message);
        Assert.Contains("SureFrom is 1.5", Assert.Throws<UserError>(() => model.Load(new() { SureFrom = 1.5 })).Message);
    }
}
