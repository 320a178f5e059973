using System.Collections.Immutable;
using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>What the exercises of notebook 50 take for an answer.</summary>
static class TransferExercises
{
    /// <summary>In the order of the notebook.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "50.1", lab => Weights(lab)
                + Biases(lab), 0, "the head alone learns: a weight for each pair of feature and class, and a bias for each class",
            new Slip(Weights, "each class has a bias, too")),
    ];

    static double Biases(Lab lab) => lab.Photos.Classes.Count;

    static double Weights(Lab lab)
    {
        using var network = lab.Donor().Build(lab.Photos.Classes.Count, seed: 1);
        return network.modules().OfType<Linear>().Last().weight.numel();
    }
}
