namespace Derma.Papers;

/// <summary>A training as it runs: the epochs so far and one line about pace and time left.</summary>
/// <param name="History">Finished epochs.</param>
/// <param name="Title">Such as <c>attempt 4: epoch 12 of 20, 810 photos/s, 0:09 left</c>.</param>
public sealed record LiveTraining(History History, string Title);
