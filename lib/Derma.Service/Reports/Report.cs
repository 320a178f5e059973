namespace Derma.Service;

/// <summary>Everything that a report shows (Smart Derma 3.8).</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Time">When it was asked.</param>
/// <param name="Photo">The photo as the report shows it: upright, re-encoded as JPEG, without metadata.</param>
/// <param name="Answer">What the model said.</param>
/// <param name="Model">Who said it.</param>
/// <param name="Condition">About the likeliest class; null where nothing is written about it.</param>
public sealed record Report(string Id, DateTimeOffset Time, ReadOnlyMemory<byte> Photo, Answer Answer, ModelInfo Model, ConditionText? Condition)
{
    /// <summary>Stands on every report.</summary>
    public const string Disclaimer =
        "Not for diagnosis. A program answers from one photo, and it may be wrong. It does not replace a doctor: show a doctor whatever worries you.";
}
