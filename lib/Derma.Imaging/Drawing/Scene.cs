using System.Numerics;

namespace Derma.Imaging;

/// <summary>Everything that a lesion part needs to know of the drawing it is part of.</summary>
/// <param name="Canvas">Where it draws.</param>
/// <param name="Dice">The drawing's random numbers.</param>
/// <param name="Light">The unit vector towards the light.</param>
/// <param name="Centre">The middle of the lesion or of the group.</param>
/// <param name="Turn">The unit vector of its long axis.</param>
/// <param name="Zoom">Its scale; 1 is the recipe's own.</param>
/// <param name="Strength">How plain the condition shows, about 0.4 to 1.1.</param>
internal sealed record Scene(Canvas Canvas, Dice Dice, Vector2 Light, Vector2 Centre, Vector2 Turn, float Zoom, float Strength)
{
    /// <summary>A scene of a pose that says nothing about the condition.</summary>
    public static Scene Random(Canvas canvas, Dice dice, Difficulty difficulty) => new(
        canvas, dice, dice.Direction(), dice.InDisc() * difficulty.Wander, dice.Direction(), dice.Between(difficulty.Zoom), dice.Between(difficulty.Strength));

    /// <summary>From the lesion's own axes to the picture's.</summary>
    public Vector2 Place(Vector2 local) => Centre + Zoom * new Vector2(Turn.X * local.X - Turn.Y * local.Y, Turn.Y * local.X + Turn.X * local.Y);

    /// <summary>From the picture's axes to the lesion's: where a texture is read, so that its lattice never lies along the pixels.</summary>
    public Vector2 Texture(Vector2 at) => new Vector2(Vector2.Dot(at, Turn), at.Y * Turn.X - at.X * Turn.Y) / Zoom;
}
