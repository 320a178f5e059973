namespace Derma.Imaging.Tests;

public class ResizerTests
{
    /// <summary>Sums weights in the order that training has always had, so that the same photo gives the same bytes on every processor.</summary>
    [Theory]
    [InlineData(300, 225, 224, 224), InlineData(37, 23, 16, 16), InlineData(16, 9, 40, 33), InlineData(5, 7, 1, 1), InlineData(1, 1, 3, 2), InlineData(8, 8, 8, 8)]
    public void Every_byte_is_the_sum_taken_pixel_by_pixel(int width, int height, int newWidth, int newHeight)
    {
        var rgba = new byte[width * height * 4];
        new Random(width).NextBytes(rgba);
        var rgb = new byte[newWidth * newHeight * 3];
        Resizer.Resize(rgba, width, height, rgb, newWidth, newHeight);
        Assert.Equal(OneByOne(rgba, width, height, newWidth, newHeight), rgb);
    }

    [Fact]
    public void White_stays_white_and_black_black()
    {
        foreach (var level in new byte[] { 0, 255 })
        {
            var rgb = new byte[11 * 11 * 3];
            Resizer.Resize(Enumerable.Repeat(level, 31 * 29 * 4).ToArray(), 31, 29, rgb, 11);
            Assert.All(rgb, value => Assert.Equal(level, value));
        }
    }

    static byte[] OneByOne(byte[] rgba, int width, int height, int newWidth, int newHeight)
    {
        var rgb = new byte[newWidth * newHeight * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            var (channel, x, y) = (i % 3, i / 3 % newWidth, i / 3 / newWidth);
            var value = 0.5f;
            foreach (var (column, weight) in Run(width, newWidth, x)) value += weight * Column(rgba, width, height, newHeight, y, column * 4 + channel);
            rgb[i] = (byte)Math.Min(255, (int)value);
        }
        return rgb;
    }

    static float Column(byte[] rgba, int width, int height, int newHeight, int y, int offset)
    {
        var sum = 0f;
        foreach (var (row, weight) in Run(height, newHeight, y)) sum += weight * rgba[row * width * 4 + offset];
        return sum;
    }

    // The triangle filter by its definition: 1 - distance / reach, made to add up to 1.
    static (int Position, float Weight)[] Run(int from, int to, int output)
    {
        var scale = (double)from / to;
        var (reach, centre) = (Math.Max(1, scale), (output + 0.5) * scale);
        var near = Enumerable.Range(0, from).Select(p => (p, w: (float)(1 - Math.Abs((p + 0.5 - centre) / reach)))).Where(e => e.w > 0).ToArray();
        var sum = near.Sum(e => (double)e.w);
        return [.. near.Select(e => (e.p, (float)(e.w / sum)))];
    }
}
