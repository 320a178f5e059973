using TorchSharp;
using static Derma.Core.OptionCheck;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// A student learns from a teacher's probabilities, and not from labels alone: which wrong classes the teacher holds for likely says more
/// about a photo than its label does (Hinton, Vinyals and Dean 2015, arXiv:1503.02531, section 2).
/// </summary>
public sealed record Distillation
{
    /// <summary>T, above 0: both answers are softened to softmax(z / T) before they are compared; above 1 small probabilities count more.</summary>
    public double Temperature { get; init; } = 2;

    /// <summary>Share of the teacher's answers in the loss, 0 to 1; the rest is the labels' cross-entropy.</summary>
    public double Share { get; init; } = 0.7;

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        Require(Temperature > 0, nameof(Temperature), Temperature, "above 0");
        Require(Share is > 0 and <= 1, nameof(Share), Share, "above 0 and up to 1");
    }
}

/// <summary>A teacher's softened answers to all training photos, on the device where the student learns.</summary>
sealed class SoftTargets : IDisposable
{
    readonly Distillation options;
    readonly Tensor probabilities;

    public SoftTargets(Predictions teacher, Distillation options, Device device)
    {
        this.options = options;
        using var scope = NewDisposeScope();
        var rows = tensor(TemperatureScaling.Apply(teacher, options.Temperature).Probabilities);
        probabilities = rows.view(teacher.Count, teacher.Classes.Count).to(device).DetachFromDisposeScope();
    }

    /// <exception cref="UserError">One of teacher and <see cref="TrainingOptions.Distillation"/> is missing, or the teacher answered other
    /// photos or classes.</exception>
    public static void Require(Predictions? teacher, PixelCache train, Classifier student, TrainingOptions options)
    {
        if ((teacher is null) != (options.Distillation is null))
            throw new UserError("A training needs both Distillation and a teacher's answers, or neither.");
        if (teacher is null) return;
        var labels = Enumerable.Range(0, train.Count).Select(train.Label);
        if (teacher.Classes.Count != student.Classes || !teacher.Labels.SequenceEqual(labels))
            throw new UserError($"The teacher answered {teacher.Count} photos of {teacher.Classes.Count} classes, which are not the "
                + $"{train.Count} training photos of {student.Classes} classes; give its answers to those, in their order.");
    }

    /// <summary>(1 - share) · labels + share · T² · KL(teacher ‖ student), the mean over the batch.</summary>
    /// <param name="ofLabels">The labels' loss, a scalar.</param>
    /// <param name="logits">The student's, N,classes.</param>
    /// <param name="photos">Where the photos of the batch are among the training photos.</param>
    /// <returns>A scalar that gradients flow through.</returns>
    public Tensor Mix(Tensor ofLabels, Tensor logits, int[] photos)
    {
        using var scope = NewDisposeScope();
        var wanted = probabilities.index_select(0, tensor(photos, device: probabilities.device));
        var answered = (logits / options.Temperature).log_softmax(1);
        // xlogy is 0 where a class has no probability at all.
        var apart = (wanted.xlogy(wanted) - wanted * answered).sum(1).mean();
        var mixed = ofLabels * (1 - options.Share) + apart * (options.Share * options.Temperature * options.Temperature);
        return mixed.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => probabilities.Dispose();
}
