namespace Derma.Serving;

/// <summary>How the service is.</summary>
/// <param name="Status">"ok", or "stopping".</param>
/// <param name="Model">Which model it has loaded.</param>
/// <param name="QueueDepth">Photos that are being decoded or wait for the model.</param>
sealed record HealthBody(string Status, string Model, int QueueDepth);
