using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>Stretches RGBA pixels to a square, or any rectangle, of RGB, first down the columns, then along the rows, in single precision.</summary>
public static class Resizer
{
    /// <summary>Alpha is ignored: four bytes a pixel let one vector hold one pixel.</summary>
    public static void Resize(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> rgb, int size) => Resize(rgba, width, height, rgb, size, size);

    /// <summary>The same to any width and height.</summary>
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
        sum.Clear();
        var weights = kernel.Weights(output);
        for (var k = 0; k < weights.Length; k++)
            AddScaled(rgba.Slice((kernel.Start(output) + k) * sum.Length, sum.Length), weights[k], sum);
    }

    static void AddScaled(ReadOnlySpan<byte> row, float weight, Span<float> sum)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out var low, out var high);
            AddScaled(low, weight, sums.Slice(i * 4, 2));
            AddScaled(high, weight, sums.Slice(i * 4 + 2, 2));
        }
        for (var i = vectors.Length * Vector<byte>.Count; i < row.Length; i++) sum[i] += weight * row[i];
    }

    static void AddScaled(Vector<ushort> values, float weight, Span<Vector<float>> sums)
    {
        Vector.Widen(values, out var low, out var high);
        sums[0] += weight * Vector.ConvertToSingle(Vector.AsVectorInt32(low));
        sums[1] += weight * Vector.ConvertToSingle(Vector.AsVectorInt32(high));
    }

    static void ShrinkRow(ReadOnlySpan<float> row, ResizeKernel kernel, Span<byte> rgb)
    {
        var pixels = MemoryMarshal.Cast<float, Vector128<float>>(row);
        for (var x = 0; x * 3 < rgb.Length; x++)
        {
            var weights = kernel.Weights(x);
            var run = pixels.Slice(kernel.Start(x), weights.Length);
            var sum = Vector128.Create(0.5f);
            for (var k = 0; k < run.Length; k++) sum += weights[k] * run[k];
            var rounded = Vector128.ConvertToInt32(sum);
            for (var c = 0; c < 3; c++) rgb[x * 3 + c] = (byte)Math.Min(255, rounded[c]);
        }
    }
}
