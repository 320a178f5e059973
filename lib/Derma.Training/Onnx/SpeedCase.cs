namespace Derma.Training;

/// <summary>A model in both forms.</summary>
/// <param name="Name">Name for a reader.</param>
/// <param name="Members">Its networks in the training framework, each with its weight in the vote; one with weight 1 where nothing votes.</param>
/// <param name="File">Its ONNX file.</param>
public sealed record SpeedCase(string Name, IReadOnlyList<(Classifier Model, double Weight)> Members, string File);
