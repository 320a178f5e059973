namespace Derma.Papers.Tests.Teaching;

/// <summary>Answers worked out by hand, and the slips that one comes to easily.</summary>
public class CnnReportExerciseTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    static void Right(string exercise, object answer, Lab lab) => Assert.Contains("dw-right", Exercise.Check(exercise, answer, lab).Html);

    static void Off(string exercise, object answer, string hint, Lab lab)
    {
        var html = Exercise.Check(exercise, answer, lab).Html;
        Assert.Contains("dw-off", html);
        Assert.Contains(hint, html);
    }

    [Theory]
    [InlineData("00.1", "Split ")]
    [InlineData("00.2", 188)] // 42 structural, 55 of settings, 71 arithmetic, 20 options
    [InlineData("10.2", 0)]
    [InlineData("10.1", 0.4262)] // 16,512 of 19,392 + 16,512 + 2,838
    [InlineData("11.3", 3.0910)]
    [InlineData("14.2", 190)]
    [InlineData("15.1", 44.275)]
    [InlineData("16.3", 192)]
    [InlineData("17.3", 25_690_624)]
    [InlineData("18.3", 6_931)]
    [InlineData("19.1", 960)]
    [InlineData("19.3", 406_197_760)]
    [InlineData("24.3", 2.2307)] // 57,464,320 over 25,761,280
    public void What_no_training_is_needed_for(string exercise, object answer) => Right(exercise, answer, run.Lab);

    [Theory]
    [InlineData("12.2", 0.5)] // a loss of 2.5, of which -ln e^-2 is cross-entropy
    [InlineData("16.1", 0.0703)] // 1 and 7 of 8: twice (1 + 8) / 256
    [InlineData("18.2", 10)] // (3 - 2.9) / 0.01
    [InlineData("20.1", 22)] // the highest accuracy is epoch 12's
    [InlineData("20.2", 0.1)]
    [InlineData("21.1", "attempt 6")] // 8 of 12, the most
    [InlineData("21.2", 10)] // from 0.05 to 0.5
    [InlineData("22.1", 2)]
    [InlineData("23.2", 0.1)]
    public void What_is_read_off_a_run(string exercise, object answer) => Right(exercise, answer, run.Lab);

    [Fact]
    public void The_most_confused_class_is_named_by_its_truth()
    {
        Right("15.3", run.Lab.Photos.Classes[3], run.Lab);
        Off("15.3", run.Lab.Photos.Classes[7], "true class of its row", run.Lab);
    }

    [Fact]
    public void The_surest_mistake_is_named_by_what_was_said() => Right("22.2", run.Lab.Photos.Classes[7], run.Lab);

    [Theory]
    [InlineData("10.2", 1, "so does the truth")]
    [InlineData("10.1", 0.747, "takes 2 pixels off")] // 65,664 of 87,894, with a side of 4
    [InlineData("11.3", 4.459, "not in bits")]
    [InlineData("12.2", 500, "times λ")]
    [InlineData("14.2", 188, "Doubling is not enough")]
    [InlineData("14.2", 158, "convolution alone")]
    [InlineData("15.1", 223.26, "first dense layers alone")]
    [InlineData("16.1", 0.125, "attempt 5")] // 0 and 4 of 4: twice 1 / 16
    [InlineData("16.1", 0.0352, "one tail")]
    [InlineData("16.3", 384, "shift β")]
    [InlineData("17.3", 33_554_944, "no padding")]
    [InlineData("17.3", 25_690_112, "biases are missing")]
    [InlineData("18.2", 0.1, "divide it by λ")]
    [InlineData("18.3", 69.3, "not λ alone")]
    [InlineData("19.1", 480, "moving variance")]
    [InlineData("19.3", 405_798_912, "dense layers multiply")]
    [InlineData("20.1", 15, "the loss would have ended it")]
    [InlineData("21.2", 9, "later of the two")]
    [InlineData("22.1", 3, "count the right ones")]
    [InlineData("24.3", 2.25, "dense layers cost the same")]
    [InlineData("24.3", 1.5, "square of the side")]
    public void A_slip_gets_the_hint_that_fits_it(string exercise, double answer, string hint) => Off(exercise, answer, hint, run.Lab);

    [Fact]
    public void The_weight_of_the_rarest_class_is_its_factor()
    {
        var lab = run.On(Photo("a", 0), Photo("b", 0), Photo("c", 0), Photo("d", 1));
        Right("01.1", 2, lab); // 4 photos over 2 classes of which the rarer has 1
        Off("01.1", 3, "every photo weighs 1", lab);
    }

    [Fact]
    public void Photos_that_share_a_lesion_are_counted_and_not_lesions()
    {
        var lab = run.On(Photo("one", 0), Photo("one", 0), Photo("one", 1), Photo("two", 0), Photo("three", 1));
        Right("23.3", 3, lab);
        Off("23.3", 1, "the photos are asked for", lab);
    }

    [Fact]
    public void Every_amplitude_is_doubled_about_its_own_middle()
    {
        var doubled = new AugmentationOptions { RotationDegrees = 40, Shift = 0.2, HorizontalFlip = true, Brightness = (0.6, 1.4), Zoom = 0.2 };
        Right("13.1", doubled, run.Lab);
        Off("13.1", AugmentationOptions.KerasLike, "as they were", run.Lab);
        Off("13.1", doubled with { Brightness = (1.6, 2.4) }, "range about 1", run.Lab);
        Off("13.1", doubled with { Zoom = 0.1 }, "Zoom", run.Lab);
        Off("13.1", doubled with { HorizontalFlip = false }, "Mirroring has no amplitude", run.Lab);
    }

    static Photo Photo(string group, int label) => new(Guid.NewGuid().ToString(), label, group, Subset.Train);
}
