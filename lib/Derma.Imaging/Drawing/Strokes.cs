using System.Numerics;

namespace Derma.Imaging;

/// <summary>Lines: vessels that branch, burrows, scratches, striae, creases, hair.</summary>
/// <param name="Ink">Their colour.</param>
/// <param name="Count">How many, both ends included.</param>
/// <param name="Length">Their length.</param>
public sealed record Strokes(Ink Ink, (int Low, int High) Count, (float Low, float High) Length) : LesionPart
{
    const int Segments = 7;
    const float ShortestFork = 0.3f;

    /// <summary>Half their width.</summary>
    public float Width { get; init; } = 0.02f;
    /// <summary>How far from the middle they start.</summary>
    public float Spread { get; init; } = 0.4f;
    /// <summary>How much they turn, 0 for straight lines.</summary>
    public float Curl { get; init; } = 0.4f;
    /// <summary>How often they fork.</summary>
    public float Branches { get; init; }
    /// <summary>True where all run along the long axis, like scratches.</summary>
    public bool Parallel { get; init; }
    /// <summary>True where only the parts that cross a lesion show.</summary>
    public bool OnLesion { get; init; }
    /// <summary>How much of the ink they have.</summary>
    public (float Low, float High) Amount { get; init; } = (0.6f, 0.9f);

    internal override void Draw(Scene scene)
    {
        for (var left = scene.Dice.Whole(Count); left > 0; left--)
        {
            var heading = Parallel ? scene.Turn : scene.Dice.Direction();
            var length = scene.Dice.Between(Length) * scene.Zoom;
            var start = scene.Place(scene.Dice.InDisc() * Spread) - heading * (length / 2);
            Line(scene, start, heading, length, scene.Dice.Between(Amount) * scene.Strength);
        }
    }

    void Line(Scene scene, Vector2 from, Vector2 heading, float length, float amount)
    {
        for (var segment = 0; segment < Segments; segment++)
        {
            heading = Turned(heading, scene.Dice.Between(-Curl, Curl));
            var to = from + heading * (length / Segments);
            Segment(scene, from, to, amount);
            if (length > ShortestFork && scene.Dice.Chance(Branches)) Line(scene, to, Turned(heading, 0.8f), length * 0.45f, amount * 0.9f);
            from = to;
        }
    }

    void Segment(Scene scene, Vector2 from, Vector2 to, float amount)
    {
        var (along, pixelWidth, width) = (to - from, scene.Canvas.Pixel, Width * scene.Zoom);
        // A line thinner than a pixel shows as a fainter one.
        var full = Math.Min(1, amount * Math.Min(1, 2 * width / pixelWidth));
        scene.Canvas.Over((from + to) / 2, along.Length() / 2 + width + pixelWidth, (Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var part = Vector2.Dot(at - from, along) / along.LengthSquared();
            // No round ends: where two segments meet, they would filter the skin twice.
            if (part is < 0 or >= 1) return;
            var cover = Math.Clamp((width - Vector2.Distance(at, from + along * part)) / pixelWidth + 0.5f, 0, 1);
            pixel = Ink.Over(pixel, cover * full * (OnLesion ? lesion : 1));
        });
    }

    static Vector2 Turned(Vector2 heading, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        return new(heading.X * cos - heading.Y * sin, heading.X * sin + heading.Y * cos);
    }
}
