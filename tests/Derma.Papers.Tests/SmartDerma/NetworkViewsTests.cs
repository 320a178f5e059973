namespace Derma.Papers.Tests;

[Collection(TensorLibrary.Name)]
public sealed class NetworkViewsTests
{
    [Fact]
    public void The_network_drawn_in_figure_2_is_counted_by_hand()
    {
        // 3 to 8 to 16 to 16 channels with 3 x 3 kernels and biases, then 16 maps of 32 x 32 to 3 classes.
        long parameters = (3 * 9 + 1) * 8 + (8 * 9 + 1) * 16 + (16 * 9 + 1) * 16 + (16 * 32 * 32 + 1) * 3;
        long multiplyAdds = 256L * 256 * 8 * 27 + 128L * 128 * 16 * 72 + 64L * 64 * 16 * 144 + 16 * 32 * 32 * 3;
        var table = NetworkViews.DrawnInFigure2().Html;
        Assert.Contains(parameters.ToString("N0"), table);
        Assert.Contains(multiplyAdds.ToString("N0"), table);
        Assert.Contains("10,716,213", table);
    }

    [Fact]
    public void Sizes_are_those_of_the_reference()
    {
        using var model = Networks.Build(NetworkNames.DenseNet121, classes: 13);
        var table = NetworkViews.Sizes(model).Html;
        Assert.Contains("6,967,181", table);
        Assert.Contains("83,648", table);
        Assert.Contains("26.90 MiB", table);
    }
}
