using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>
/// Crops, turns, moves, mirrors, scales and recolours photos at random: one affine map and one bilinear reading of each pixel.
/// </summary>
/// <param name="options">Amplitudes.</param>
/// <param name="seed">With the epoch, the photo's index and how often it came before it fixes every change.</param>
public sealed class Augmenter(AugmentationOptions options, long seed)
{
    const float Full = 1f / 255;

    /// <summary>Writes one photo as size x size x 3 floats in [0, 1].</summary>
    /// <param name="rgb">The photo, size x size x 3.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="index">The photo's place in its set.</param>
    /// <param name="target">Receives the floats.</param>
    /// <param name="before">How often this epoch has shown the photo before.</param>
    public void Apply(ReadOnlySpan<byte> rgb, int size, int epoch, int index, Span<float> target, int before = 0)
    {
        if (options == AugmentationOptions.None)
        {
            for (var i = 0; i < rgb.Length; i++) target[i] = rgb[i] * Full;
            return;
        }
        var random = before == 0 ? SplitMix64.At(seed, epoch, index) : SplitMix64.At(seed, epoch, index, before);
        var map = Map(ref random, size);
        var brightness = (float)random.Between(options.Brightness.Low, options.Brightness.High);
        if (options.Crop is { } crop) map *= CropMap.Of(crop, size, ref random);
        var rented = ArrayPool<float>.Shared.Rent(size * size * 4);
        var source = MemoryMarshal.Cast<float, Vector128<float>>(rented.AsSpan(0, size * size * 4));
        Unpack(rgb, brightness * Full, source);
        Warp(source, size, map, target);
        if (options.Colour is { } jitter) Colours.Apply(jitter, ref random, target, source);
        ArrayPool<float>.Shared.Return(rented);
    }

    // From a pixel of the result to its place in the photo, about the middle, as Keras composes it.
    Matrix3x2 Map(ref SplitMix64 random, int size)
    {
        var middle = (size - 1) / 2f;
        var angle = (float)(random.Between(-options.RotationDegrees, options.RotationDegrees) * Math.PI / 180);
        var (shiftX, shiftY) = (random.Between(-options.Shift, options.Shift) * size, random.Between(-options.Shift, options.Shift) * size);
        var (zoomX, zoomY) = (random.Between(1 - options.Zoom, 1 + options.Zoom), random.Between(1 - options.Zoom, 1 + options.Zoom));
        var mirrorX = options.HorizontalFlip && random.NextDouble() < 0.5 ? -1 : 1;
        var mirrorY = options.VerticalFlip && random.NextDouble() < 0.5 ? -1 : 1;
        return Matrix3x2.CreateTranslation(-middle, -middle) * Matrix3x2.CreateScale((float)zoomX * mirrorX, (float)zoomY * mirrorY)
            * Matrix3x2.CreateTranslation((float)shiftX, (float)shiftY) * Matrix3x2.CreateRotation(angle)
            * Matrix3x2.CreateTranslation(middle, middle);
    }

    // One vector a pixel, so that reading between four pixels is three multiplications.
    static void Unpack(ReadOnlySpan<byte> rgb, float scale, Span<Vector128<float>> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = rgb.Slice(i * 3, 3);
            pixels[i] = Vector128.Create(pixel[0], pixel[1], (float)pixel[2], 0) * scale;
        }
    }

    static void Warp(ReadOnlySpan<Vector128<float>> source, int size, Matrix3x2 map, Span<float> target)
    {
        var last = size - 1f;
        for (var y = 0; y < size; y++)
        {
            var row = target.Slice(y * size * 3, size * 3);
            for (var x = 0; x < size; x++)
            {
                var u = Math.Clamp(map.M11 * x + map.M21 * y + map.M31, 0, last);
                var v = Math.Clamp(map.M12 * x + map.M22 * y + map.M32, 0, last);
                var pixel = Vector128.Min(Between(source, size, u, v), Vector128<float>.One);
                (row[x * 3], row[x * 3 + 1], row[x * 3 + 2]) = (pixel[0], pixel[1], pixel[2]);
            }
        }
    }

    static Vector128<float> Between(ReadOnlySpan<Vector128<float>> source, int size, float u, float v)
    {
        var (left, top) = ((int)u, (int)v);
        var (right, bottom) = (Math.Min(left + 1, size - 1), Math.Min(top + 1, size - 1));
        var above = source.Slice(top * size, size);
        var below = source.Slice(bottom * size, size);
        return Bilinear.Between(above[left], above[right], below[left], below[right], u - left, v - top);
    }
}

/// <summary>Draws a crop as a map from a pixel of the square to its place in the photo.</summary>
static class CropMap
{
    const int Tries = 10;

    public static Matrix3x2 Of(RandomResizedCrop crop, int size, ref SplitMix64 random)
    {
        var (low, high) = (Math.Log(crop.Aspect.Low), Math.Log(crop.Aspect.High));
        for (var i = 0; i < Tries; i++)
        {
            var area = size * size * random.Between(crop.Scale.Low, crop.Scale.High);
            var aspect = Math.Exp(random.Between(low, high));
            var (width, height) = ((int)Math.Round(Math.Sqrt(area * aspect)), (int)Math.Round(Math.Sqrt(area / aspect)));
            if (width < 1 || width > size || height < 1 || height > size) continue;
            return Map(random.Below(size - width + 1), random.Below(size - height + 1), width, height, size);
        }
        return Whole(crop, size);
    }

    // The largest rectangle about the middle whose aspect is in range.
    static Matrix3x2 Whole(RandomResizedCrop crop, int size)
    {
        var width = Math.Min(size, (int)Math.Round(size * crop.Aspect.High));
        var height = Math.Min(size, (int)Math.Round(size / crop.Aspect.Low));
        return Map((size - width) / 2, (size - height) / 2, width, height, size);
    }

    // Pixels have an extent: the middle of the first one is half a pixel from the edge.
    static Matrix3x2 Map(int left, int top, int width, int height, int size)
    {
        var (x, y) = ((float)width / size, (float)height / size);
        return new Matrix3x2(x, 0, 0, y, left + x / 2 - 0.5f, top + y / 2 - 0.5f);
    }
}
