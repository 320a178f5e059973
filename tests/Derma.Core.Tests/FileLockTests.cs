namespace Derma.Core.Tests;

public sealed class FileLockTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string Held => Path.Combine(folder.Path, "work", "held.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_second_waits_for_the_first()
    {
        var first = FileLock.Take(Held);
        var order = new List<string>();
        var second = Task.Run(() =>
        {
            using var mine = FileLock.Take(Held);
            lock (order) order.Add("second began");
        });
        await Task.Delay(200);
        lock (order) order.Add("first ended");
        first.Dispose();
        await second;
        Assert.Equal(["first ended", "second began"], order);
    }

    [Fact]
    public void Waiting_can_be_ended()
    {
        using var first = FileLock.Take(Held);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => FileLock.Take(Held, soon.Token));
    }

    [Fact]
    public void A_file_that_cannot_be_made_is_not_waited_for()
    {
        Directory.CreateDirectory(Held);
        Assert.Throws<UnauthorizedAccessException>(() => FileLock.Take(Held));
    }
}
