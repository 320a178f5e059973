namespace Derma.Papers;

/// <summary>Trainings of notebook 50; everything trained is found in the run's folder by the notebooks that follow.</summary>
public static class LabTransfer
{
    const double WeightPower = 0.5;

    /// <summary>An experiment as the lab's scale trains it: its epochs, its threads, gentle weights of this run's classes.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="experiment">As the recipe has it.</param>
    public static TransferExperiment AtScale(this Lab lab, TransferExperiment experiment) => experiment with
    {
        Training = experiment.Training with
        {
            Epochs = lab.Options.Scale.Transfer.Epochs.For(lab.Photos), Threads = lab.Options.Threads,
            ClassWeights =
            [
                .. ClassWeights.Balanced(lab.Photos.CountPerClass(Subset.Train))
                    .Select(weight => MathF.Pow(weight, (float)WeightPower)),
            ],
        },
    };

    /// <summary>Fine-tunes, or trains from scratch, with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="network">Where to start.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <param name="variant">What sets a training with other options apart; empty for the recipe's.</param>
    /// <param name="training">Its options; null for the recipe's.</param>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public static Trained<TransferExperiment> Train(
        this Lab lab, TransferOptions network, TrainingView? view = null, string variant = "", TrainingOptions? training = null) =>
        lab.TrainAsIs(lab.AtScale(new TransferExperiment
        {
            Network = network, Variant = variant,
            Training = training ?? (network.KeepsWeights ? TransferRecipe.FineTuning : TransferRecipe.FromScratch),
        }), view);

    /// <summary>The network of a finished training, in evaluation mode; the caller disposes it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="trained">What was trained.</param>
    public static OnnxNetwork Load(this Lab lab, Trained<TransferExperiment> trained)
    {
        var model = trained.Experiment.Network.Build(lab.Photos.Classes.Count, trained.Seeds[0].Seed);
        Checkpoint.Load(trained.Seeds[0].Folder.Last).RestoreWeights(model);
        model.eval();
        return model;
    }
}
