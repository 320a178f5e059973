namespace Derma.Service;

/// <summary>A photo that waits for the model, and the promise of its answer.</summary>
/// <param name="Photo">Decoded.</param>
/// <param name="Since">When it began to wait, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
/// <param name="Cancellation">Fires when nobody wants the answer any more.</param>
sealed record QueuedPhoto(PreparedPhoto Photo, long Since, CancellationToken Cancellation)
{
    /// <summary>Its continuations run elsewhere: the model's thread has the next batch to do.</summary>
    public TaskCompletionSource<QueuedAnswer> Promise { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
