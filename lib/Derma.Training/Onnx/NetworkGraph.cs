namespace Derma.Training;

/// <summary>A network as nodes of a graph.</summary>
/// <param name="Logits">N,classes.</param>
/// <param name="Maps">N,channels,size,size: the last maps before they become a vector, which a heat map is made of.</param>
/// <param name="Channels">Number of those maps.</param>
/// <param name="MapSize">Their width and height.</param>
/// <param name="MapWeights">From classes (N whole numbers) to how much each map speaks for them: N,channels, up to a factor.</param>
/// <param name="Linear">Whether the logits are a linear function of the maps' means, so that the heat map is exact.</param>
sealed record NetworkGraph(string Logits, string Maps, int Channels, int MapSize, Func<string, string> MapWeights, bool Linear);
