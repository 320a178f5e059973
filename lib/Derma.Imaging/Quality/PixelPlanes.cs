namespace Derma.Imaging;

/// <summary>Photos as a network takes them: from bytes, colours of a pixel side by side, to floats in [0, 1], one plane a colour.</summary>
public static class PixelPlanes
{
    // As training scales them, to the bit.
    static readonly float[] scaled = [.. Enumerable.Range(0, 256).Select(value => value * (1f / 255))];

    /// <summary>Writes one photo.</summary>
    /// <param name="rgb">size x size x 3 bytes, row-major.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="mirror">How to mirror it on the way.</param>
    /// <param name="planes">Receives 3 x size x size floats.</param>
    public static void Write(ReadOnlySpan<byte> rgb, int size, Mirror mirror, Span<float> planes)
    {
        var area = size * size;
        for (var y = 0; y < size; y++)
        {
            var row = rgb.Slice((mirror == Mirror.UpsideDown ? size - 1 - y : y) * size * 3, size * 3);
            WriteRow(row, planes.Slice(y * size, size), planes.Slice(area + y * size, size), planes.Slice(2 * area + y * size, size));
            if (mirror != Mirror.LeftRight) continue;
            for (var c = 0; c < 3; c++) planes.Slice(c * area + y * size, size).Reverse();
        }
    }

    static void WriteRow(ReadOnlySpan<byte> rgb, Span<float> red, Span<float> green, Span<float> blue)
    {
        var table = scaled.AsSpan();
        for (var x = 0; x < red.Length; x++)
        {
            var pixel = rgb.Slice(x * 3, 3);
            (red[x], green[x], blue[x]) = (table[pixel[0]], table[pixel[1]], table[pixel[2]]);
        }
    }
}

/// <summary>How a photo is mirrored before a model sees it.</summary>
public enum Mirror
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Left and right change places.</summary>
    LeftRight,

    /// <summary>Above and below change places.</summary>
    UpsideDown,
}
