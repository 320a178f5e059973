namespace Derma.Core.Tests;

public class PredictionsTests
{
    static readonly Predictions Two = new([0.2f, 0.5f, 0.3f, 0.4f, 0.4f, 0.2f], [1, 2], ["a.jpg", "ü b.jpg"], ["x", "y", "z"]);

    [Fact]
    public void The_highest_probability_wins_and_the_first_of_equals()
    {
        Assert.Equal([1, 0], Enumerable.Range(0, 2).Select(Two.Predicted));
        Assert.Equal(0.5f, Two.Confidence(0));
        Assert.True(Two.IsCorrect(0));
        Assert.False(Two.IsCorrect(1));
    }

    [Fact]
    public void Top_classes_come_by_falling_probability() => Assert.Equal([(1, 0.5f), (2, 0.3f)], Two.Top(0, 2));

    [Fact]
    public void Some_of_the_photos_keep_their_rows_and_labels()
    {
        var turned = Two.Of(["ü b.jpg", "a.jpg"]);
        Assert.Equal([0.4f, 0.4f, 0.2f, 0.2f, 0.5f, 0.3f], turned.Probabilities);
        Assert.Equal([2, 1], turned.Labels);
        Assert.Equal(["ü b.jpg", "a.jpg"], turned.Paths);
        Assert.Contains("c.jpg", Assert.Throws<UserError>(() => Two.Of(["a.jpg", "c.jpg"])).Message);
    }

    [Fact]
    public void Saved_predictions_load_the_same()
    {
        using var folder = new TemporaryFolder();
        Two.Save(folder.File("p.safetensors"));
        var loaded = Predictions.Load(folder.File("p.safetensors"));
        Assert.Equal(Two.Probabilities, loaded.Probabilities);
        Assert.Equal(Two.Labels, loaded.Labels);
        Assert.Equal(Two.Paths, loaded.Paths);
        Assert.Equal(Two.Classes, loaded.Classes);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Predictions([0.5f], [0, 1], ["a", "b"], ["x"]));
}
