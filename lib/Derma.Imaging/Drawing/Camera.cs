using System.Numerics;

namespace Derma.Imaging;

/// <summary>What lies between the skin and the file: uneven light, a colour cast, a backdrop, blur, sensor noise.</summary>
internal sealed class Camera(Canvas canvas, Dice dice, float variation)
{
    public void Take(Vector2 light, Span<byte> rgb)
    {
        if (dice.Chance(0.2f * variation)) Backdrop();
        Light(light);
        if (dice.Chance(0.7f * variation)) for (var pass = dice.Whole((0, 2)); pass >= 0; pass--) canvas.Blur(dice.Between(0.2f, 0.7f));
        Develop(rgb);
    }

    /// <summary>A plain cloth beside the limb.</summary>
    void Backdrop()
    {
        var cloth = new Vector3(dice.Unit(), dice.Unit(), dice.Unit()) * 0.6f + new Vector3(0.4f * dice.Unit());
        var (edge, bend, distance) = (dice.Direction(), dice.Between(-0.5f, 0.5f), dice.Between(0.55f, 0.95f));
        canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var along = at.X * edge.Y - at.Y * edge.X;
            var beyond = Vector2.Dot(at, edge) - distance + bend * along * along;
            pixel = beyond > 0 ? cloth : pixel * (1 + MathF.Max(-0.45f, -0.05f / (0.1f - beyond)));
        });
    }

    void Light(Vector2 light)
    {
        var exposure = 1 + variation * dice.Between(-0.28f, 0.22f);
        var tint = new Vector3(dice.Between(-0.07f, 0.07f), dice.Between(-0.04f, 0.04f), dice.Between(-0.1f, 0.1f));
        var cast = Vector3.One + variation * tint;
        var (slope, vignette) = (variation * dice.Between(0, 0.28f), variation * dice.Between(0, 0.22f));
        canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
            pixel *= cast * (exposure * (1 + slope * Vector2.Dot(at, light)) * (1 - vignette * at.LengthSquared())));
    }

    void Develop(Span<byte> rgb)
    {
        var grain = variation * dice.Between(0, 14f);
        for (var index = 0; index < canvas.Pixels.Length; index++)
        {
            var bits = dice.Bits();
            var noise = new Vector3(Level(bits), Level(bits >> 10), Level(bits >> 20)) * grain;
            var pixel = Vector3.Clamp(canvas.Pixels[index] * 255 + noise, Vector3.Zero, new Vector3(255)) + new Vector3(0.5f);
            (rgb[3 * index], rgb[3 * index + 1], rgb[3 * index + 2]) = ((byte)pixel.X, (byte)pixel.Y, (byte)pixel.Z);
        }
    }

    static float Level(uint bits) => (bits & 1023) / 512f - 1;
}
