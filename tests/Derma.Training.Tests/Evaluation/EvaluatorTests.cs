namespace Derma.Training.Tests;

public class EvaluatorTests
{
    [Theory]
    [InlineData(HeadActivation.Softmax)]
    [InlineData(HeadActivation.Sigmoid)]
    public void Every_photo_gets_probabilities_that_add_up_to_one(HeadActivation head)
    {
        using var model = new PaperCnn(Pictures.Network with { Head = head });
        var predictions = Evaluator.Predict(model, Pictures.Of(7), Pictures.Classes, batchSize: 3);
        Assert.Equal(7, predictions.Count);
        Assert.All(Enumerable.Range(0, 7), i => Assert.Equal(1, predictions.Row(i).ToArray().Sum(), 5));
        Assert.Equal([0, 1, 2, 0, 1, 2, 0], predictions.Labels);
        Assert.Equal("1-6.png", predictions.Paths[6]);
    }

    [Fact]
    public void The_batch_size_changes_nothing_and_the_training_mode_is_put_back()
    {
        using var model = new PaperCnn(Pictures.Network);
        var photos = Pictures.Of(7);
        var one = Evaluator.Predict(model, photos, Pictures.Classes, batchSize: 1).Probabilities;
        var all = Evaluator.Predict(model, photos, Pictures.Classes, batchSize: 7).Probabilities;
        Assert.All(one.Zip(all), pair => Assert.Equal(pair.First, pair.Second, 5));
        Assert.True(model.training);
    }

    [Fact]
    public void Photos_changed_on_the_way_are_answered_as_photos_that_are_stored_that_way()
    {
        using var model = new PaperCnn(Pictures.Network);
        Photo[] photos = [.. Enumerable.Range(0, 4).Select(i => new Photo($"{i}.png", i % 3, $"{i}", Subset.Validation))];
        var dark = new byte[4 * Pictures.Size * Pictures.Size * 3];
        new Random(5).NextBytes(dark);
        for (var i = 0; i < dark.Length; i++) dark[i] /= 2;
        var bright = PixelCache.FromPixels(photos, Pictures.Size, [.. dark.Select(value => (byte)(2 * value))]);
        var expected = Evaluator.Predict(model, PixelCache.FromPixels(photos, Pictures.Size, dark), Pictures.Classes).Probabilities;
        var darkened = Evaluator.Predict(model, bright, Pictures.Classes, changes: new() { Brightness = (0.5, 0.5) }).Probabilities;
        Assert.All(expected.Zip(darkened), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    [Fact]
    public void Every_epoch_changes_the_photos_in_another_way_and_the_same_epoch_in_the_same()
    {
        using var model = new PaperCnn(Pictures.Network);
        float[] Turned(int epoch) => Evaluator.Predict(model, Pictures.Of(4), Pictures.Classes, changes: new() { RotationDegrees = 180 }, epoch: epoch).Probabilities;
        Assert.Equal(Turned(1), Turned(1));
        Assert.NotEqual(Turned(1), Turned(2));
    }
}
