namespace Derma.Service;

/// <summary>How the service is.</summary>
/// <param name="Status">"ok", or "stopping".</param>
/// <param name="Model">Which model it has loaded.</param>
/// <param name="Synthetic">Whether the model was trained on drawings: then its answers mean nothing.</param>
/// <param name="KeepsPhotos">Whether it was started to keep photos and answers.</param>
/// <param name="QueueDepth">Photos that are being decoded, wait or are in the model.</param>
sealed record HealthBody(string Status, string Model, bool Synthetic, bool KeepsPhotos, int QueueDepth)
{
    public static HealthBody Of(ServiceParts parts, ServiceState state) =>
        new(state.Acceptance.Closed ? "stopping" : "ok", parts.Model.Info.Id, parts.Model.Info.Synthetic, state.Keep is not null, state.Queue.Depth);
}
