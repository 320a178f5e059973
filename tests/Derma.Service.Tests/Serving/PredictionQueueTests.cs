namespace Derma.Service.Tests;

public class PredictionQueueTests
{
    readonly FakeModel model = new();

    PredictionQueue Queue(int length = 8, int maxBatch = 4, double longestWait = 1_000) =>
        new(model.Predict, length, maxBatch, TimeSpan.FromSeconds(longestWait), model.Time, new ServiceMetrics());

    static Task<QueuedAnswer> Ask(PredictionQueue queue, byte mark, CancellationToken cancellation = default)
    {
        using var place = queue.TryEnter() ?? throw new InvalidOperationException("full");
        return queue.AnswerAsync(place, FakeModel.Photo(mark), cancellation);
    }

    /// <summary>The model works on photo 0 and is held there.</summary>
    async Task<Task> BusyAsync(PredictionQueue queue)
    {
        model.Hold();
        var first = Ask(queue, 0);
        await model.EnteredAsync();
        return first;
    }

    [Fact]
    public async Task A_lone_photo_runs_alone_and_what_waits_meanwhile_runs_together_up_to_a_batch()
    {
        await using var queue = Queue(maxBatch: 3);
        List<Task> all = [await BusyAsync(queue)];
        for (byte mark = 1; mark <= 5; mark++) all.Add(Ask(queue, mark));
        model.Let();
        await Task.WhenAll(all);
        Assert.Equal([[0], [1, 2, 3], [4, 5]], model.Batches);
    }

    [Fact]
    public async Task A_full_queue_has_no_place_until_a_photo_is_answered()
    {
        await using var queue = Queue(length: 3);
        List<Task> all = [await BusyAsync(queue), Ask(queue, 1), Ask(queue, 2)];
        Assert.Null(queue.TryEnter());
        Assert.Equal(3, queue.Depth);
        model.Let();
        await Task.WhenAll(all);
        Assert.Equal(0, queue.Depth);
        using var place = queue.TryEnter();
        Assert.NotNull(place);
    }

    // Every photo takes 200 ms: behind the first, two more take 600 ms, which is more than half a second.
    [Fact]
    public async Task A_slow_model_has_a_shorter_queue_but_always_room_for_a_batch()
    {
        model.RunTakes = TimeSpan.FromMilliseconds(200);
        await using var queue = Queue(maxBatch: 2, longestWait: 0.5);
        await Ask(queue, 0);
        List<Task> all = [await BusyAsync(queue), Ask(queue, 1), Ask(queue, 2)];
        Assert.Null(queue.TryEnter());
        Assert.Equal(3, queue.Depth);
        model.Let();
        await Task.WhenAll(all);
        await using var slow = Queue(maxBatch: 2, longestWait: 0.001);
        await Ask(slow, 0);
        using QueuePlace? first = slow.TryEnter(), second = slow.TryEnter(), third = slow.TryEnter();
        Assert.Equal([true, true, false], new[] { first, second, third }.Select(place => place is not null));
    }

    [Fact]
    public async Task A_place_that_is_not_used_is_given_back()
    {
        await using var queue = Queue(length: 1);
        using (queue.TryEnter()) Assert.Null(queue.TryEnter());
        using var place = queue.TryEnter();
        Assert.NotNull(place);
    }

    [Fact]
    public async Task A_photo_that_nobody_waits_for_never_reaches_the_model()
    {
        await using var queue = Queue();
        using var gone = new CancellationTokenSource();
        var first = await BusyAsync(queue);
        var (left, stays) = (Ask(queue, 1, gone.Token), Ask(queue, 2));
        gone.Cancel();
        model.Let();
        await Task.WhenAll(first, stays);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal([[0], [2]], model.Batches);
    }

    [Fact]
    public async Task A_dropped_photo_gives_its_place_back()
    {
        await using var queue = Queue(length: 2);
        using var gone = new CancellationTokenSource();
        var first = await BusyAsync(queue);
        var left = Ask(queue, 1, gone.Token);
        gone.Cancel();
        model.Let();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await queue.DisposeAsync();
        Assert.Equal(0, queue.Depth);
    }

    [Fact]
    public async Task A_failing_run_fails_its_batch_alone()
    {
        await using var queue = Queue();
        model.Fails = new ArithmeticException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ask(queue, 1));
        model.Fails = null;
        Assert.Equal("melanoma", (await Ask(queue, 2)).Answer.Best.Label);
    }

    [Fact]
    public async Task A_stop_answers_all_that_waits()
    {
        var queue = Queue(maxBatch: 1);
        List<Task> all = [await BusyAsync(queue), Ask(queue, 1), Ask(queue, 2)];
        var stop = queue.DisposeAsync();
        Assert.False(stop.IsCompleted);
        model.Let();
        await stop;
        Assert.All(all, task => Assert.True(task.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task The_backlog_is_the_measured_time_a_photo_by_what_is_under_way()
    {
        await using var queue = Queue();
        model.RunTakes = TimeSpan.FromMilliseconds(200);
        await Ask(queue, 0);
        await model.EnteredAsync();
        Assert.Equal(TimeSpan.Zero, queue.Backlog);
        var busy = await BusyAsync(queue);
        List<Task> all = [busy, Ask(queue, 1), Ask(queue, 2)];
        Assert.Equal(TimeSpan.FromMilliseconds(600), queue.Backlog);
        model.Let();
        await Task.WhenAll(all);
    }

    [Fact]
    public async Task An_answer_tells_how_long_it_waited_and_ran()
    {
        await using var queue = Queue(maxBatch: 1);
        model.RunTakes = TimeSpan.FromMilliseconds(70);
        var first = await BusyAsync(queue);
        var second = Ask(queue, 1);
        model.Let();
        await first;
        var answer = await second;
        Assert.Equal((TimeSpan.FromMilliseconds(70), TimeSpan.FromMilliseconds(70)), (answer.Queue, answer.Model));
    }
}
