namespace Derma.Imaging.Tests;

/// <summary>Forty training and twenty test drawings a class, seen through thumbnails of 8 x 8 pixels.</summary>
public class SyntheticDifficultyTests
{
    const int Classes = 22, Cell = 4, Side = 8, Features = Side * Side * 3;
    static readonly SyntheticOptions Options = new() { Size = Cell * Side };
    static readonly float[][][] Train = Thumbnails(40, parity: 0);
    static readonly float[][][] Test = Thumbnails(20, parity: 1);

    [Fact]
    public void The_nearest_average_thumbnail_is_right_more_often_than_chance_and_less_often_than_a_small_network()
    {
        var averages = Array.ConvertAll(Train, Average);
        var correct = Enumerable.Range(0, Classes).Sum(label => Test[label].Count(photo => Nearest(averages, photo) == label));
        Assert.InRange(correct / (Classes * 20.0), 2.0 / Classes, Difficulty.SmallNetwork.High);
    }

    [Fact]
    public void The_average_colours_of_classes_differ()
    {
        var colours = Array.ConvertAll(Train, photos => Colour(Average(photos)));
        var spread = Enumerable.Range(0, 3).Select(channel => Deviation(colours.Select(colour => colour[channel])));
        Assert.All(spread, deviation => Assert.InRange(deviation, 3, 60));
    }

    [Fact]
    public void Every_class_is_drawn_on_light_and_on_dark_skin_and_never_blank() => Assert.All(Train, photos =>
    {
        Assert.True(Deviation(photos.Select(photo => photo.Average())) > 15, "brightness varies from drawing to drawing");
        Assert.True(photos.Average(Deviation) > 5, "drawings show something");
    });

    /// <summary>A drawing that its own recipe drew is the same where no class is drawn by another's; the others nobody can know.</summary>
    [Fact]
    public void The_ceiling_is_the_share_of_drawings_that_their_own_recipe_drew()
    {
        const int each = 40;
        var options = Options with { Size = 32 };
        var plain = options with { Difficulty = options.Difficulty with { Ambiguity = 0 } };
        var own = Enumerable.Range(0, Classes * each).Count(i => Drawing(options, i % Classes, i / Classes).AsSpan().SequenceEqual(Drawing(plain, i % Classes, i / Classes)));
        // Three standard deviations of a share of 880 drawings.
        Assert.Equal(options.Difficulty.Ceiling, own / (double)(Classes * each), 0.03);
    }

    static byte[] Drawing(SyntheticOptions options, int label, long number)
    {
        var rgb = new byte[options.Size * options.Size * 3];
        SyntheticSkin.Draw(options, label, number, rgb);
        return rgb;
    }

    static float[][][] Thumbnails(int count, int parity) =>
        [.. Enumerable.Range(0, Classes).Select(label => Enumerable.Range(0, count).Select(index => Thumbnail(label, 2 * index + parity)).ToArray())];

    static float[] Thumbnail(int label, long number)
    {
        var rgb = Drawing(Options, label, number);
        var cells = new float[Features];
        for (var index = 0; index < rgb.Length; index++)
        {
            var (row, column, channel) = (index / 3 / Options.Size, index / 3 % Options.Size, index % 3);
            cells[(row / Cell * Side + column / Cell) * 3 + channel] += rgb[index] / (float)(Cell * Cell);
        }
        return cells;
    }

    static float[] Average(float[][] photos) => [.. Enumerable.Range(0, Features).Select(feature => photos.Average(photo => photo[feature]))];

    static float[] Colour(float[] photo) => [.. Enumerable.Range(0, 3).Select(channel => photo.Where((_, index) => index % 3 == channel).Average())];

    static int Nearest(float[][] averages, float[] photo) =>
        Enumerable.Range(0, Classes).MinBy(label => averages[label].Zip(photo, (a, b) => (a - b) * (a - b)).Sum());

    static double Deviation(IEnumerable<float> values)
    {
        var list = values.ToArray();
        var mean = list.Average();
        return Math.Sqrt(list.Average(value => (value - mean) * (value - mean)));
    }
}
