namespace Derma.Core.Tests;

public class ExamplePredictionsTests
{
    static Predictions Of(params (float[] Row, int Label)[] photos) => new(
        [.. photos.SelectMany(photo => photo.Row)],
        [.. photos.Select(photo => photo.Label)],
        [.. photos.Select((_, i) => $"{i}.jpg")],
        ["a", "b", "c"]);

    [Fact]
    public void Each_rule_picks_its_photo()
    {
        var picked = ExamplePredictions.Pick(Of(
            ([.9f, .05f, .05f], 0), ([.6f, .3f, .1f], 0),            // right: 0 is surer
            ([.5f, .45f, .05f], 1), ([.1f, .7f, .2f], 2),            // wrong, true class second: 2 is closer
            ([.01f, .01f, .98f], 1)));                               // wrong and surest
        Assert.Equal(new ExamplePredictions(Mixed: 2, SureAndRight: 0, SureAndWrong: 4), picked);
    }

    [Fact]
    public void A_perfect_model_has_no_wrong_example() =>
        Assert.Equal(new ExamplePredictions(null, 0, null), ExamplePredictions.Pick(Of(([.8f, .1f, .1f], 0))));

    [Fact]
    public void A_wrong_answer_whose_true_class_comes_last_is_not_mixed() =>
        Assert.Null(ExamplePredictions.Pick(Of(([.6f, .3f, .1f], 2))).Mixed);
}
