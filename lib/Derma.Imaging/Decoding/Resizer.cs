using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>
/// Stretches RGBA pixels to a square, or any rectangle, of RGB, first down the columns, then along the rows, in single precision. SkiaSharp's own
/// resampling looks at up to 16 neighbours of a place, or at halved copies of the picture, and so gives other pixels than this filter, which
/// PIL, torchvision and every training here use.
/// </summary>
public static class Resizer
{
    // What a conversion to whole numbers cuts off.
    static readonly Vector128<float> Half = Vector128.Create(0.5f);

    /// <summary>Resizes to a square.</summary>
    /// <param name="rgba">width x height x 4 bytes, row-major; alpha is ignored, but four bytes a pixel let one vector hold one pixel.</param>
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
        var rented = ArrayPool<float>.Shared.Rent(width * 4);
        var row = rented.AsSpan(0, width * 4);
        for (var y = 0; y < newHeight; y++)
        {
            SumRows(rgba, down, y, row);
            ShrinkRow(row, along, rgb.Slice(y * newWidth * 3, newWidth * 3));
        }
        ArrayPool<float>.Shared.Return(rented);
    }

    static void SumRows(ReadOnlySpan<byte> rgba, ResizeKernel kernel, int output, Span<float> sum)
    {
        var weights = kernel.Weights(output);
        var rows = rgba.Slice(kernel.Start(output) * sum.Length, weights.Length * sum.Length);
        var whole = sum.Length - sum.Length % Vector<byte>.Count;
        for (var at = 0; at < whole; at += Vector<byte>.Count) SumVector(rows, weights, at, sum);
        sum[whole..].Clear();
        for (var k = 0; k < weights.Length; k++)
            for (var at = whole; at < sum.Length; at++) sum[at] += weights[k] * rows[k * sum.Length + at];
    }

    // The sums of one vector of bytes stay in registers over all rows.
    static void SumVector(ReadOnlySpan<byte> rows, ReadOnlySpan<float> weights, int at, Span<float> sum)
    {
        Vector<float> first = default, second = default, third = default, fourth = default;
        for (var k = 0; k < weights.Length; k++)
        {
            Vector.Widen(new Vector<byte>(rows[(k * sum.Length + at)..]), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            first += weights[k] * Vector.ConvertToSingle(Vector.AsVectorInt32(a));
            second += weights[k] * Vector.ConvertToSingle(Vector.AsVectorInt32(b));
            third += weights[k] * Vector.ConvertToSingle(Vector.AsVectorInt32(c));
            fourth += weights[k] * Vector.ConvertToSingle(Vector.AsVectorInt32(d));
        }
        var target = MemoryMarshal.Cast<float, Vector<float>>(sum.Slice(at, Vector<byte>.Count));
        (target[0], target[1], target[2], target[3]) = (first, second, third, fourth);
    }

    static void ShrinkRow(ReadOnlySpan<float> row, ResizeKernel kernel, Span<byte> rgb)
    {
        var pixels = MemoryMarshal.Cast<float, Vector128<float>>(row);
        var last = rgb.Length - 3;
        for (var (x, at) = (0, 0); at <= last; x++, at += 3)
        {
            var weights = kernel.Weights(x);
            var run = pixels.Slice(kernel.Start(x), weights.Length);
            var sum = Half;
            for (var k = 0; k < run.Length; k++) sum += weights[k] * run[k];
            var pixel = Bytes(sum);
            // Four bytes at once: the fourth is the next pixel's, which comes after.
            if (at < last) BinaryPrimitives.WriteUInt32LittleEndian(rgb[at..], pixel);
            else (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)pixel, (byte)(pixel >> 8), (byte)(pixel >> 16));
        }
    }

    // Cut off at 255; none is below 0.
    static uint Bytes(Vector128<float> sum)
    {
        var whole = Vector128.ConvertToInt32(sum);
        var halves = Vector128.NarrowWithSaturation(whole, whole).AsUInt16();
        return Vector128.NarrowWithSaturation(halves, halves).AsUInt32()[0];
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
