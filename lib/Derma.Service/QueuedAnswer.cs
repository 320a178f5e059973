namespace Derma.Service;

/// <summary>An answer and what it took.</summary>
/// <param name="Answer">What the model said.</param>
/// <param name="Queue">From the decoded photo to the start of the model.</param>
/// <param name="Model">The run of the model, for the whole batch.</param>
sealed record QueuedAnswer(Answer Answer, TimeSpan Queue, TimeSpan Model);
