using System.Collections.Immutable;
using static Derma.Papers.TrainingRules;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 00 to 24 take for an answer.</summary>
static class CnnReportExercises
{
    const double Exactly = 1e-6;

    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All => [.. Data, .. FirstAttempts, .. LaterAttempts, .. JudgementExercises.All];

    static ImmutableArray<ExerciseRule> Data { get; } =
    [
        ExerciseRule.Word("00.1", _ => "split", "ask at which step a photo is put on one side or the other; one word is enough"),
        ExerciseRule.Number(
            "00.2", _ => Ledger.Both.Claims.Count(claim => NeedsNoPhoto(claim.Kind)), 0,
            "add up both papers' rows of every kind that needs a built network, the paper itself or the run's choices, and no photo"),
        ExerciseRule.Number(
            "01.1", lab => Largest(lab.Photos.CountPerClass(Subset.Train)), 0.01, "put the smallest class into the formula of the weights",
            new Slip(
                lab => lab.Photos.CountPerClass(Subset.Train) is var counts ? (double)counts.Max() / counts.Min() : 0,
                "this compares the rarest class with the largest; without weights every photo weighs 1")),
        ExerciseRule.Number(
            "01.2", _ => 4_568, 0.01, "each half-width is 1.96 times the root of p(1 - p)/n, and the variances of both accuracies add up",
            new Slip(2_305, "that many are enough where the 62 % is known; here both are measured, and their variances add up")),
        ExerciseRule.Number(
            "10.1", lab => ShareOfFirstDense(lab, Attempts.First.NetworkFor(lab.Photos.Classes.Count, lab.ImageSize).MapSizes[^1]), 0.002,
            "divide one layer's weights and biases by those of all five layers",
            new Slip(
                lab => ShareOfFirstDense(lab, lab.ImageSize / 8),
                "before a pooling halves a map, the convolution takes 2 pixels off its side")),
        ExerciseRule.Number(
            "10.2", _ => 0, 0, "for each photo, add up probability minus truth over all classes",
            new Slip(1, "the probabilities add up to 1, and so does the truth that is taken from them")),
    ];

    static ImmutableArray<ExerciseRule> FirstAttempts { get; } =
    [
        OneTraining("11.1", Attempts.First with { Network = Attempts.First.Network with { Dense = [256] } }),
        ExerciseRule.Number(
            "11.3", lab => Math.Log(lab.Photos.Classes.Count), 0.005, "before any step each of the K classes has the probability 1/K",
            new Slip(lab => Math.Log2(lab.Photos.Classes.Count), "cross-entropy is in natural logarithms here, not in bits")),
        SeveralTrainings(
            "12.1", Attempts.First,
            Attempts.First with { Network = Attempts.First.Network with { BatchNorm = true } },
            Attempts.First with { Training = Attempts.First.Training with { L2 = 0.001 } },
            Attempts.First with { Network = Attempts.First.Network with { Dropout = 0.3 } }),
        ExerciseRule.Number(
            "12.2", lab => Penalty(lab.Found(2)), 0.02, "perfect predictions have no cross-entropy; the penalty is left",
            new Slip(lab => Penalty(lab.Found(2)) / 0.001, "that is the sum of the squares; the loss has it times λ")),
        OneTraining("12.3", Attempts.Second with { Network = Attempts.Second.Network with { Dropout = 0.6 } }),
        ExerciseRule.Object<AugmentationOptions>("13.1", (answer, _) => Undoubled(answer)),
        SeveralTrainings(
            "14.1", Attempts.Third,
            Attempts.Third with { Network = Attempts.Third.Network with { Filters = Attempts.Fourth.Network.Filters } },
            Attempts.Third with { Training = Attempts.Third.Training with { LearningRate = 1e-4 } }),
        ExerciseRule.Number(
            "14.2", _ => 190, 0, "go on from 94 pixels and a stride of 32 by one convolution and one pooling",
            new Slip(188, "doubling is not enough: the convolution adds two strides, the pooling one more"),
            new Slip(158, "this is what the convolution alone leads to; the pooling adds a stride, too")),
        ExerciseRule.Number(
            "15.1", _ => 3_708_758.0 / 83_766, 0.005, "count both networks at 256 pixels and 22 classes and divide",
            new Slip(3_686_528.0 / 16_512, "this compares the first dense layers alone")),
        OneTraining("15.2", Attempts.Fifth with { Training = Attempts.Fifth.Training with { LearningRate = 0.01 } }),
        ExerciseRule.Word(
            "15.3", lab => lab.Photos.Classes[lab.Found(5).Confusion.MostConfused(1)[0].Truth],
            "look for the largest count off the diagonal and give the true class of its row"),
    ];

    static ImmutableArray<ExerciseRule> LaterAttempts { get; } =
    [
        ExerciseRule.Number(
            "16.1", lab => McNemar.Of(lab.Found(4).Validation, lab.Found(6).Validation).PValue, 0.02,
            "count the photos that exactly one of attempts 4 and 6 gets right, and double the lower tail of fair coins",
            new Slip(
                lab => McNemar.Of(lab.Found(5).Validation, lab.Found(6).Validation).PValue,
                "this compares attempt 5, as the notebook does"),
            new Slip(
                lab => McNemar.Of(lab.Found(4).Validation, lab.Found(6).Validation).PValue / 2,
                "this is one tail; either of the two could have been the better one")),
        SeveralTrainings(
            "16.2", Attempts.Fifth,
            Attempts.Fifth with { Network = Attempts.Fifth.Network with { Order = BlockOrder.ConvNormReluPool } },
            Attempts.Fifth with { Network = Attempts.Fifth.Network with { Dense = [512] } },
            Attempts.Fifth with { Network = Attempts.Fifth.Network with { Dropout = 0.15 } }),
        ExerciseRule.Number(
            "16.3", _ => 192, 0, "there is one bias a filter, and six convolutions",
            new Slip(384, "the shift β of a batch norm stays; it does what the bias no longer can")),
        OneTraining("17.1", Attempts.Seventh with { ClassWeighting = 0 }),
        OneTraining("17.2", Attempts.Seventh with { ClassWeighting = 0.5 }),
        ExerciseRule.Number(
            "17.3", _ => 25_690_624, Exactly, "follow the side of the map: 256, then minus 2 and halved at every block",
            new Slip(33_554_944, "these convolutions have no padding: each takes 2 pixels off the side before the pooling halves it"),
            new Slip(25_690_112, "the biases are missing, one for each of the 512 units")),
        SeveralTrainings(
            "18.1", Attempts.Seventh,
            Attempts.Seventh with { Network = Attempts.Seventh.Network with { Dropout = 0 } },
            Attempts.Seventh with { Training = Attempts.Seventh.Training with { LearningRate = 0.01 } },
            Attempts.Seventh with { Training = Attempts.Seventh.Training with { L2 = 0.01 } }),
        ExerciseRule.Number(
            "18.2", lab => Penalty(lab.Found(8)) / 0.01, 0.05,
            "take the cross-entropy from the validation loss; what is left is λ times the sum",
            new Slip(lab => Penalty(lab.Found(8)), "this is the penalty; divide it by λ")),
        ExerciseRule.Number(
            "18.3", _ => Math.Log(2) / 1e-4, 0.01, "each step takes the share rate times λ from the weight",
            new Slip(Math.Log(2) / 1e-2, "AdamW takes rate times λ a step, not λ alone")),
        ExerciseRule.Number(
            "19.1", _ => 960, 0, "two moving statistics for each channel of each of the four blocks",
            new Slip(480, "a channel has a moving mean and a moving variance")),
        OneTraining("19.2", Attempts.Ninth with { Network = Attempts.Ninth.Network with { Head = HeadActivation.Softmax } }),
        ExerciseRule.Number(
            "19.3", _ => 406_197_760, Exactly,
            "a convolution costs pixels × 9 × channels in × channels out, a dense layer inputs × outputs",
            new Slip(405_798_912, "the three dense layers multiply, too")),
        ExerciseRule.Number(
            "20.1", lab => Stop(lab.Found(10).History, BestBy.ValidationAccuracy), 0,
            "count epochs since the highest accuracy so far, or give the last epoch where ten never pass",
            new Slip(
                lab => Stop(lab.Found(10).History, BestBy.ValidationLoss),
                "there the loss would have ended it; the accuracy is asked for")),
        ExerciseRule.Number(
            "20.2", lab => Luck(lab.Found(10).History), 0.02,
            "take the mean of the last ten validated epochs from the best epoch's accuracy"),
        OneTraining("20.3", Attempts.Tenth with { Training = Attempts.Tenth.Training with { LearningRate = 1e-4 } }),
    ];

    static bool NeedsNoPhoto(ClaimKind kind) =>
        kind is ClaimKind.Structural or ClaimKind.Setting or ClaimKind.Arithmetic or ClaimKind.Option;

    static double Largest(int[] counts) => counts.Sum() / ((double)counts.Length * counts.Min());

    static double ShareOfFirstDense(Lab lab, int side)
    {
        double convolutions = 896 + 2 * 9_248, first = (32.0 * side * side + 1) * 128, last = 129.0 * lab.Photos.Classes.Count;
        return first / (convolutions + first + last);
    }

    static double Penalty(Trained<Attempt> attempt) =>
        attempt.Seeds[0].Metrics.ValidationLoss - Calibration.Of(attempt.Validation).NegativeLogLikelihood;

    static string? Undoubled(AugmentationOptions answer)
    {
        var once = AugmentationOptions.KerasLike;
        return answer == once ? "these are the amplitudes as they were"
            : answer.RotationDegrees != 2 * once.RotationDegrees ? "RotationDegrees is not doubled"
            : answer.Shift != 2 * once.Shift ? "Shift is not doubled"
            : answer.Zoom != 2 * once.Zoom ? "Zoom is not doubled"
            : Math.Abs(answer.Brightness.Low - 0.6) > 1e-9 || Math.Abs(answer.Brightness.High - 1.4) > 1e-9
                ? "Brightness is a range about 1: double its distance from 1 on both sides"
            : answer.HorizontalFlip ? null : "mirroring has no amplitude and stays on";
    }

    static double Stop(History history, BestBy by)
    {
        EpochMetrics? best = null;
        foreach (var epoch in history.Epochs.Where(epoch => epoch.Validated))
        {
            if (epoch.IsBetterThan(best, by)) best = epoch;
            if (epoch.Epoch - best!.Epoch >= 10) return epoch.Epoch;
        }
        return history.Last!.Epoch;
    }

    static double Luck(History history) => history.Best!.ValidationAccuracy
        - history.Epochs.Where(epoch => epoch.Validated).TakeLast(10).Average(epoch => epoch.ValidationAccuracy);
}
