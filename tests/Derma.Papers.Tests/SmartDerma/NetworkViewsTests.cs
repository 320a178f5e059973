namespace Derma.Papers.Tests;

[Collection(TensorLibrary.Name)]
public sealed class NetworkViewsTests
{
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
