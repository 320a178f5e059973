namespace Derma.Service.Tests;

/// <summary>A clock that stands still.</summary>
sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
