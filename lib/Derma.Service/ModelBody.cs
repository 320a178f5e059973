namespace Derma.Service;

/// <summary>Which model answered.</summary>
/// <param name="Id">Name of its file.</param>
/// <param name="Title">Name for a reader.</param>
/// <param name="ImageSize">Width and height in pixels to which a photo is brought.</param>
/// <param name="Networks">Weight of each network's probabilities.</param>
/// <param name="TrainedOn">Title of the photos that it was trained on.</param>
/// <param name="Synthetic">Whether those were drawings: then the answer means nothing.</param>
/// <param name="Run">The training run.</param>
/// <param name="Version">Version of the library that wrote it.</param>
public sealed record ModelBody(
    string Id, string Title, int ImageSize, IReadOnlyDictionary<string, double> Networks, string TrainedOn, bool Synthetic, string Run, string Version)
{
    internal static ModelBody Of(ModelInfo info) =>
        new(info.Id, info.Title, info.ImageSize, info.Weights, info.TrainedOn, info.Synthetic, info.Run, info.LibraryVersion);
}
