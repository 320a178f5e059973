namespace Derma.Papers.Tests.Teaching;

/// <summary>Exercises whose answer is a training: what counts is its set-up.</summary>
public class TrainingExerciseTests
{
    static Trained<Attempt> Trained(Attempt attempt, int steps = 1) => new(attempt, [Results.Seed(epochs: steps)]);

    static string Check(string exercise, object answer) => Exercise.Check(exercise, answer, null!).Html;

    static Attempt Units(int units) => Attempts.First with { Variant = "wide", Network = Attempts.First.Network with { Dense = [units] } };

    [Fact]
    public void The_asked_set_up_is_right_under_any_name() => Assert.Contains("dw-right", Check("11.1", Trained(Units(256))));

    [Fact]
    public void Another_option_is_named_with_its_value() => Assert.Contains("Dense is 512, which is not what is asked for", Check("11.1", Trained(Units(512))));

    [Fact]
    public void The_reports_own_training_answers_nothing() => Assert.Contains("no Variant", Check("11.1", Trained(Attempts.First)));

    [Fact]
    public void A_number_is_no_training() => Assert.Contains("A Trained&lt;Attempt&gt; is asked for, and this is a number", Check("11.1", 256));

    static Attempt[] Brakes =>
    [
        Attempts.First with { Variant = "norm", Network = Attempts.First.Network with { BatchNorm = true } },
        Attempts.First with { Variant = "penalty", Training = Attempts.First.Training with { L2 = 0.001 } },
        Attempts.First with { Variant = "dropout", Network = Attempts.First.Network with { Dropout = 0.3 } },
    ];

    static Trained<Attempt>[] AllOf(params Attempt[] attempts) => [.. attempts.Select(attempt => Trained(attempt))];

    [Fact]
    public void Several_trainings_are_right_in_any_order() => Assert.Contains("dw-right", Check("12.1", AllOf([.. Brakes.Reverse()])));

    [Fact]
    public void One_that_is_missing_is_told_by_what_it_would_change() =>
        Assert.Contains("None of them changes L2 as asked", Check("12.1", AllOf(Brakes[0], Brakes[2], Brakes[2])));

    [Fact]
    public void Two_are_too_few() => Assert.Contains("3 trainings are asked for, and there are 2", Check("12.1", AllOf(Brakes[..2])));

    [Fact]
    public void Unequal_lengths_cannot_be_compared() =>
        Assert.Contains("not equally long", Check("12.1", new[] { Trained(Brakes[0]), Trained(Brakes[1], steps: 2), Trained(Brakes[2]) }));

    [Theory]
    [InlineData("12.3"), InlineData("15.2"), InlineData("17.1"), InlineData("17.2"), InlineData("19.2"), InlineData("20.3")]
    public void Each_training_that_is_asked_for_differs_from_the_others(string exercise)
    {
        var asked = new Dictionary<string, Attempt>
        {
            ["12.3"] = Attempts.Second with { Variant = "v", Network = Attempts.Second.Network with { Dropout = 0.6 } },
            ["15.2"] = Attempts.Fifth with { Variant = "v", Training = Attempts.Fifth.Training with { LearningRate = 0.01 } },
            ["17.1"] = Attempts.Seventh with { Variant = "v", ClassWeighting = 0 },
            ["17.2"] = Attempts.Seventh with { Variant = "v", ClassWeighting = 0.5 },
            ["19.2"] = Attempts.Ninth with { Variant = "v", Network = Attempts.Ninth.Network with { Head = HeadActivation.Softmax } },
            ["20.3"] = Attempts.Tenth with { Variant = "v", Training = Attempts.Tenth.Training with { LearningRate = 0.0001 } },
        };
        Assert.Equal([exercise], asked.Where(one => Check(exercise, Trained(one.Value)).Contains("dw-right")).Select(one => one.Key));
    }
}
