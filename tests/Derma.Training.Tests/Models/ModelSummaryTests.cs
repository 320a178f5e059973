namespace Derma.Training.Tests;

public class ModelSummaryTests
{
    [Fact]
    public void Attempt_9_has_the_report_s_four_figures()
    {
        using var model = new PaperCnn(new PaperCnnOptions());
        var summary = ModelSummary.Of(model);
        Assert.Equal((1_976_438, 1_974_422, 2_016), (summary.Total, summary.Trainable, summary.NonTrainable));
        Assert.Equal("7.54", summary.Mebibytes.ToString("0.00"));
        Assert.Equal(summary.Total, summary.Rows.Sum(row => row.Parameters));
        Assert.Contains("Total params: 1,976,438 (7.54 MiB)", summary.ToString());
    }

    [Fact]
    public void Attempts_7_and_8_read_cumulatively_have_533206_parameters()
    {
        using var model = new PaperCnn(new PaperCnnOptions { Filters = [32, 64, 128, 256], Dense = [512], Padding = ConvolutionPadding.Valid });
        var summary = ModelSummary.Of(model);
        Assert.Equal((533_206, 532_246, 960), (summary.Total, summary.Trainable, summary.NonTrainable));
    }

    [Fact]
    public void Layers_stand_in_keras_order_with_channels_last()
    {
        using var model = new PaperCnn(new PaperCnnOptions { Filters = [8], Dense = [4], Dropout = 0.1, ImageSize = 20, Classes = 3 });
        Assert.Equal(
        [
            new("conv1", "Conv2D", "(None, 20, 20, 8)", 3 * 8 * 9 + 8),
            new("bn1", "BatchNormalization", "(None, 20, 20, 8)", 4 * 8),
            new("relu1", "ReLU", "(None, 20, 20, 8)", 0),
            new("pool1", "MaxPooling2D", "(None, 10, 10, 8)", 0),
            new("gap", "GlobalAveragePooling2D", "(None, 8)", 0),
            new("dense1", "Dense", "(None, 4)", 8 * 4 + 4),
            new("dropout1", "Dropout", "(None, 4)", 0),
            new("dense2", "Dense", "(None, 3)", 4 * 3 + 3),
        ], ModelSummary.Of(model).Rows);
    }

    [Fact]
    public void Valid_convolutions_lose_a_pixel_at_each_side()
    {
        var options = new PaperCnnOptions { Filters = [32, 32, 32], Padding = ConvolutionPadding.Valid, Reduction = FeatureReduction.Flatten, Dense = [] };
        using var model = new PaperCnn(options);
        var shapes = ModelSummary.Of(model).Rows.Select(row => row.OutputShape).ToList();
        Assert.Equal("(None, 254, 254, 32)", shapes[0]);
        Assert.Contains("(None, 30, 30, 32)", shapes);
        Assert.Contains("(None, 28800)", shapes);
    }
}
