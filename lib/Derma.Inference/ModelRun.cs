namespace Derma.Inference;

/// <summary>What one run of a model gave, photo by photo.</summary>
/// <param name="Mirror">How the photos were mirrored.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Probabilities">photos x classes.</param>
/// <param name="Members">photos x networks x classes; empty for a single network.</param>
/// <param name="HeatMaps">photos x size x size; empty where the model has none.</param>
/// <param name="MapSize">Width and height of a heat map.</param>
public sealed record ModelRun(Mirror Mirror, int Classes, float[] Probabilities, float[] Members, float[] HeatMaps, int MapSize)
{
    /// <summary>The probabilities of one photo.</summary>
    public ReadOnlySpan<float> Row(int photo) => Probabilities.AsSpan(photo * Classes, Classes);

    /// <summary>The heat map of one photo, mirrored back.</summary>
    public float[] HeatMap(int photo)
    {
        var map = HeatMaps.AsSpan(photo * MapSize * MapSize, MapSize * MapSize).ToArray();
        for (var y = 0; y < MapSize && Mirror == Mirror.LeftRight; y++) map.AsSpan(y * MapSize, MapSize).Reverse();
        return Mirror == Mirror.UpsideDown ? [.. Enumerable.Range(0, MapSize).Reverse().SelectMany(y => map[(y * MapSize)..((y + 1) * MapSize)])] : map;
    }
}
