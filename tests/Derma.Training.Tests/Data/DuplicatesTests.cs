namespace Derma.Training.Tests;

public sealed class DuplicatesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Equal_bytes_are_found_across_classes_and_equal_sizes_are_not_enough()
    {
        byte[][] contents = [[1, 2], [3, 4], [1, 2], [1, 2, 3], [3, 4], [5, 6]];
        var photos = contents.Select((bytes, i) => new Photo(folder.Write($"{i}.jpg", bytes), i % 2, $"{i}", Subset.Train)).ToArray();
        var groups = Duplicates.ByContent(new PhotoSet("t", "t", false, ["a", "b"], photos));
        Assert.Equal([[photos[0], photos[2]], [photos[1], photos[4]]], groups);
    }
}
