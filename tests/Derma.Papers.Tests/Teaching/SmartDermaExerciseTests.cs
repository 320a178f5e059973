namespace Derma.Papers.Tests.Teaching;

public class SmartDermaExerciseTests
{
    static readonly Lab Lab = null!; // the rules asked here look at no photos

    [Theory]
    [InlineData("29.1", 1024)] // 64 → 256 / 2 → 512 / 2 → 1024 / 2 → 512 + 16 · 32
    [InlineData("29.2", 0.06918)] // both slopes are 1/6 where the sigmoid is 0.788675, at 1.316958; the hard one is 0.719493 there
    [InlineData("30.1", 7_622)] // (1.96 · (0.298662 + 0.280364) / 0.013)² = 7621.2
    [InlineData("32.1", 992)] // 512 + 15 · 32
    [InlineData("33.1", 216_717)] // 3,712 + 13 · 16,385
    [InlineData("33.2", 0.1923)] // 0.2 · 25 / 26
    [InlineData("34.3", 0.9537)] // 0.658503 + 0.295191
    [InlineData("35.3", 0.1111)]
    [InlineData("36.2", 10)]
    [InlineData("36.3", 0)]
    [InlineData("40.2", 0.5)] // 3.0 against 3.5
    [InlineData("41.1", 1.667)]
    [InlineData("41.2", 0.3333)]
    [InlineData("42.1", 320)] // 1.28 s · 250 kB/s
    [InlineData("42.2", 630)] // 3 · (250 − 40)
    [InlineData("42.3", 40)]
    [InlineData("43.2", 111.19)] // 6371 km · π / 180
    public void A_number_worked_out_by_hand_is_right(string exercise, double answer) => Assert.Contains("dw-right", Said(exercise, answer));

    [Theory]
    [InlineData("32.2", "features.denseblock1")]
    [InlineData("33.3", " No ")]
    [InlineData("43.1", "not-skin")]
    public void A_word_looked_up_is_right(string exercise, string answer) => Assert.Contains("dw-right", Said(exercise, answer));

    [Theory]
    [InlineData("29.1", 1920, "halves the channels")]
    [InlineData("29.1", 512, "transition follows the last block")]
    [InlineData("29.2", 0.0474, "it is more further in")]
    [InlineData("30.1", 3_815, "test of the difference")]
    [InlineData("32.1", 1024, "hands on")]
    [InlineData("33.1", 52_867, "three classes")]
    [InlineData("33.1", 216_704, "has a bias")]
    [InlineData("34.3", 0.658503, "of three are a majority")]
    [InlineData("35.3", 0.066667, "the margin of two classes")]
    [InlineData("36.2", 9, "do not overlap")]
    [InlineData("41.1", 2, "where all of it divides")]
    [InlineData("41.2", 0.5, "the requests that come")]
    [InlineData("42.1", 2_560, "a byte has eight")]
    [InlineData("42.1", 340, "three round trips")]
    [InlineData("42.2", 750, "120 ms were there before")]
    [InlineData("43.2", 20_016, "has no length")]
    public void A_slip_gets_the_hint_that_fits_it(string exercise, double answer, string hint)
    {
        Assert.Contains("dw-off", Said(exercise, answer));
        Assert.Contains(hint, Said(exercise, answer));
    }

    [Fact]
    public void The_widths_of_B2_are_right_and_each_way_to_miss_them_has_its_hint()
    {
        Assert.Contains("dw-right", Said("29.3", new[] { 16, 24, 48, 88, 120, 208, 352 }));
        Assert.Contains("seven stages", Said("29.3", new[] { 16, 24 }));
        Assert.Contains("multiple of 8", Said("29.3", new[] { 17, 26, 44, 88, 123, 211, 352 }));
        Assert.Contains("times 1.1", Said("29.3", new[] { 16, 32, 48, 88, 128, 208, 352 }));
    }

    [Fact]
    public void Tensors_that_stay_fresh_may_be_named_in_any_order()
    {
        Assert.Contains("dw-right", Said("32.3", new[] { "classifier.weight", "classifier.bias" }));
        Assert.Contains("number of classes", Said("32.3", new[] { "classifier.weight" }));
    }

    [Fact]
    public void A_matrix_must_give_all_three_figures_of_the_impossible_row()
    {
        Assert.Contains("dw-right", Said("36.1", AveragingBounds.MixedAverages));
        Assert.Contains("macro precision is 0.5000", Said("36.1", new ConfusionMatrix(new[,] { { 1, 1 }, { 1, 1 } }, ["a", "b"])));
        Assert.Contains("two classes", Said("36.1", new ConfusionMatrix(new int[3, 3], ["a", "b", "c"])));
    }

    [Fact]
    public void Photos_without_a_majority_are_those_with_as_many_answers_as_classifiers()
    {
        Predictions Answering(params int[] classes) => new(
            [.. classes.SelectMany(said => Enumerable.Range(0, 3).Select(c => c == said ? 1f : 0f))], new int[3], ["a", "b", "c"], ["x", "y", "z"]);
        Assert.Equal(1, SmartDermaExercises.WithoutMajority([Answering(0, 0, 2), Answering(1, 1, 2), Answering(2, 0, 2)]));
    }

    [Theory]
    [InlineData("29.3", 24, "Int32[]")]
    [InlineData("36.1", "four counts", "ConfusionMatrix")]
    [InlineData("32.2", 1, "word")]
    public void An_answer_of_another_kind_is_told_what_is_asked_for(string exercise, object answer, string kind) => Assert.Contains(kind, Said(exercise, answer));

    static string Said(string exercise, object answer) => Exercise.Check(exercise, answer, Lab).Html;
}
