namespace Derma.Papers;

/// <summary>The inside of a training, as its event file tells it to TensorBoard (4.2.3).</summary>
public static class DiagnosticsViews
{
    /// <summary>Gradient norms, activations, weights and learning rate of the first seed.</summary>
    public static HtmlView Of(TrainedExperiment trained)
    {
        var diagnostics = Training.Diagnostics.Load(Path.Combine(trained.Seeds[0].Folder, Training.Diagnostics.FileName));
        return LabViews.Join(
            new HtmlView(ChartHtml.Of(TrainingCharts.GradientNorms(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.Activations(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.WeightHistograms(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.LearningRate(trained.History))),
            TrainingCharts.BestEpochs(trained.History));
    }
}
