using System.Numerics;

namespace Derma.Imaging;

/// <summary>How several lesions lie about the middle of their group.</summary>
public enum Arrangement
{
    /// <summary>Anywhere within the spread, more of them in the middle.</summary>
    Scattered,
    /// <summary>One after another along the long axis, as bites do.</summary>
    Row,
    /// <summary>Left and right of the middle, as on two cheeks.</summary>
    Butterfly,
}

internal static class Arrangements
{
    /// <summary>The place of one of <paramref name="count"/> lesions.</summary>
    public static Vector2 Place(this Arrangement arrangement, Scene scene, float spread, int index, int count) =>
        scene.Place(spread * arrangement switch
        {
            Arrangement.Row => new Vector2(count == 1 ? 0 : 2f * index / (count - 1) - 1, 0) + scene.Dice.InDisc() * 0.15f,
            Arrangement.Butterfly => new Vector2(index % 2 == 0 ? -1 : 1, 0) + scene.Dice.InDisc() * 0.25f,
            _ => scene.Dice.InDisc(),
        });
}
