using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>
/// Stretches RGBA pixels to a square, or any rectangle, of RGB, first down the columns, then along the rows, in single precision.
/// SkiaSharp's own resampling looks at up to 16 neighbours of a place, or at halved copies of the picture, and so gives other pixels than
/// this filter, which PIL, torchvision and every training here use.
/// </summary>
public static class Resizer
{
    // Rows of the result that are made at once, so that each weight along a row is fetched once for four pixels.
    const int Together = 4;

    const int PixelsAVector = 8;

    // What a conversion to whole numbers cuts off.
    static readonly Vector256<float> Half = Vector256.Create(0.5f);

    /// <summary>Resizes to a square.</summary>
    /// <param name="rgba">width x height x 4 bytes, row-major; alpha is ignored, but four bytes a pixel let one vector hold one
    /// pixel.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="rgb">Receives size x size x 3 bytes, row-major.</param>
    /// <param name="size">Width and height of the result.</param>
    public static void Resize(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> rgb, int size) =>
        Resize(rgba, width, height, rgb, size, size);

    /// <summary>Resizes to any width and height.</summary>
    /// <param name="rgba">width x height x 4 bytes, row-major.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="rgb">Receives newWidth x newHeight x 3 bytes, row-major.</param>
    /// <param name="newWidth">Width of the result.</param>
    /// <param name="newHeight">Height of the result.</param>
    public static void Resize(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> rgb, int newWidth, int newHeight)
    {
        var (down, along) = (new ResizeKernel(height, newHeight), new ResizeKernel(width, newWidth));
        var rented = ArrayPool<float>.Shared.Rent(width * 4 * Together);
        var block = MemoryMarshal.Cast<float, Vector128<float>>(rented.AsSpan(0, width * 4 * Together));
        for (var y = 0; y < newHeight; y += Together)
        {
            var rows = Math.Min(Together, newHeight - y);
            for (var row = 0; row < rows; row++) SumRows(rgba, width, down, y + row, block[row..]);
            ShrinkRows(block, along, rgb.Slice(y * newWidth * 3, rows * newWidth * 3), newWidth);
        }
        ArrayPool<float>.Shared.Return(rented);
    }

    // One row of the result, not yet shrunk: its pixels go to every fourth place, between those of its neighbours above and below.
    static void SumRows(ReadOnlySpan<byte> rgba, int width, ResizeKernel kernel, int output, Span<Vector128<float>> sums)
    {
        var weights = kernel.Weights(output);
        var rows = rgba.Slice(kernel.Start(output) * width * 4, weights.Length * width * 4);
        var whole = width - width % PixelsAVector;
        for (var x = 0; x < whole; x += PixelsAVector) SumVector(rows, width * 4, weights, x, sums);
        for (var x = whole; x < width; x++)
        {
            var sum = Vector128<float>.Zero;
            for (var k = 0; k < weights.Length; k++)
            {
                var pixel = rows.Slice((k * width + x) * 4, 4);
                sum += weights[k] * Vector128.Create(pixel[0], pixel[1], pixel[2], (float)pixel[3]);
            }
            sums[x * Together] = sum;
        }
    }

    static void SumVector(ReadOnlySpan<byte> rows, int stride, ReadOnlySpan<float> weights, int x, Span<Vector128<float>> sums)
    {
        Vector256<float> first = default, second = default, third = default, fourth = default;
        for (var k = 0; k < weights.Length; k++)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(rows.Slice(k * stride + x * 4, Vector256<byte>.Count)));
            var ((a, b), (c, d)) = (Vector256.Widen(low), Vector256.Widen(high));
            first += weights[k] * Vector256.ConvertToSingle(a.AsInt32());
            second += weights[k] * Vector256.ConvertToSingle(b.AsInt32());
            third += weights[k] * Vector256.ConvertToSingle(c.AsInt32());
            fourth += weights[k] * Vector256.ConvertToSingle(d.AsInt32());
        }
        var target = sums.Slice(x * Together, (PixelsAVector - 1) * Together + 1);
        (target[0], target[Together]) = (first.GetLower(), first.GetUpper());
        (target[2 * Together], target[3 * Together]) = (second.GetLower(), second.GetUpper());
        (target[4 * Together], target[5 * Together]) = (third.GetLower(), third.GetUpper());
        (target[6 * Together], target[7 * Together]) = (fourth.GetLower(), fourth.GetUpper());
    }

    static void ShrinkRows(ReadOnlySpan<Vector128<float>> block, ResizeKernel kernel, Span<byte> rgb, int newWidth)
    {
        var pairs = MemoryMarshal.Cast<Vector128<float>, Vector256<float>>(block);
        for (var x = 0; x < newWidth; x++)
        {
            var weights = kernel.Weights(x);
            var run = pairs.Slice(kernel.Start(x) * 2, weights.Length * 2);
            var (upper, lower) = (Half, Half);
            for (var k = 0; k < weights.Length; k++)
            {
                upper += weights[k] * run[2 * k];
                lower += weights[k] * run[2 * k + 1];
            }
            Write(Bytes(upper, lower), rgb, x, newWidth);
        }
    }

    // Four pixels, one below the other. Cut off at 255; none is below 0.
    static Vector128<uint> Bytes(Vector256<float> upper, Vector256<float> lower)
    {
        var (above, below) = (Vector256.ConvertToInt32Native(upper), Vector256.ConvertToInt32Native(lower));
        var halves = Vector256.NarrowWithSaturation(above, below).AsUInt16();
        return Vector128.NarrowWithSaturation(halves.GetLower(), halves.GetUpper()).AsUInt32();
    }

    // Four bytes at once: the fourth is the next pixel's, which comes later; in the last column it would be the next row's, which is there.
    static void Write(Vector128<uint> column, Span<byte> rgb, int x, int newWidth)
    {
        var (at, stride) = (x * 3, newWidth * 3);
        for (var row = 0; at < rgb.Length; row++, at += stride)
            if (x < newWidth - 1) BinaryPrimitives.WriteUInt32LittleEndian(rgb[at..], column[row]);
            else (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)column[row], (byte)(column[row] >> 8), (byte)(column[row] >> 16));
    }
}

/// <summary>For each output position the run of input positions that it averages, with weights that add up to 1.</summary>
/// <remarks>
/// The triangle filter, widened by the ratio when shrinking, so that no input pixel is passed over: what PIL calls BILINEAR and
/// torchvision <c>antialias=True</c>.
/// </remarks>
public sealed class ResizeKernel
{
    readonly int[] starts;
    readonly int[] counts;
    readonly float[] weights;
    readonly int stride;

    /// <summary>The weights along one side.</summary>
    /// <param name="from">Length of the side that is read, at least 1.</param>
    /// <param name="to">Length of the side that is written, at least 1.</param>
    public ResizeKernel(int from, int to)
    {
        var scale = (double)from / to;
        var reach = Math.Max(1, scale);
        stride = (int)Math.Ceiling(reach) * 2 + 1;
        (starts, counts, weights) = (new int[to], new int[to], new float[to * stride]);
        for (var i = 0; i < to; i++) Fill(i, (i + 0.5) * scale, reach, from);
    }

    /// <summary>The first input position of an output position.</summary>
    /// <param name="output">0 to below the written length.</param>
    public int Start(int output) => starts[output];

    /// <summary>The weights of the input positions from <see cref="Start"/> on.</summary>
    /// <param name="output">0 to below the written length.</param>
    public ReadOnlySpan<float> Weights(int output) => weights.AsSpan(output * stride, counts[output]);

    void Fill(int output, double center, double reach, int from)
    {
        var first = Math.Max(0, (int)(center - reach + 0.5));
        var last = Math.Min(from, (int)(center + reach + 0.5));
        (starts[output], counts[output]) = (first, last - first);
        var run = weights.AsSpan(output * stride, last - first);
        var sum = 0.0;
        for (var k = 0; k < run.Length; k++) sum += run[k] = (float)Math.Max(0, 1 - Math.Abs((first + k + 0.5 - center) / reach));
        foreach (ref var weight in run) weight = (float)(weight / sum);
    }
}
