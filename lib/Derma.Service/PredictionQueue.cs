using System.Threading.Channels;

namespace Derma.Service;

/// <summary>
/// The bounded queue between requests and the model: one thread takes what waits, up to a batch, and never waits for more.
/// </summary>
sealed class PredictionQueue : IAsyncDisposable
{
    // Weight of the newest run in the running mean of a photo's time.
    const double Newest = 0.2;

    readonly Func<IReadOnlyList<PreparedPhoto>, IReadOnlyList<Answer>> model;
    readonly Channel<QueuedPhoto> waiting;
    readonly SemaphoreSlim places;
    readonly int length, maxBatch;
    readonly TimeSpan longestWait;
    readonly TimeProvider time;
    readonly ServiceMetrics metrics;
    readonly Task consumer;
    double secondsAPhoto;

    public PredictionQueue(
        Func<IReadOnlyList<PreparedPhoto>, IReadOnlyList<Answer>> model, int length, int maxBatch, TimeSpan longestWait,
        TimeProvider time, ServiceMetrics metrics)
    {
        (this.model, this.length, this.maxBatch) = (model, length, maxBatch);
        (this.longestWait, this.time, this.metrics) = (longestWait, time, metrics);
        waiting = Channel.CreateBounded<QueuedPhoto>(length);
        places = new SemaphoreSlim(length);
        consumer = Task.Factory.StartNew(Consume, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Places that are taken: photos that are being decoded, wait or are in the model.</summary>
    public int Depth => length - places.CurrentCount;

    /// <summary>How long what is under way will take, measured on the runs so far.</summary>
    public TimeSpan Backlog => TimeSpan.FromSeconds(Depth * Volatile.Read(ref secondsAPhoto));

    /// <summary>
    /// Takes a place, before the work of decoding; null where all are taken, or where those before it take too long. One batch may always
    /// wait.
    /// </summary>
    public QueuePlace? TryEnter() => (Depth < maxBatch || Backlog < longestWait) && places.Wait(0) ? new QueuePlace(places) : null;

    /// <summary>Gives a place's photo to the model.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more; if the model has not begun, it never sees the photo.</exception>
    public Task<QueuedAnswer> AnswerAsync(QueuePlace place, PreparedPhoto photo, CancellationToken cancellation)
    {
        var item = new QueuedPhoto(photo, time.GetTimestamp(), cancellation);
        if (!waiting.Writer.TryWrite(item)) throw new InvalidOperationException("The queue has ended.");
        place.HandOver();
        return item.Promise.Task.WaitAsync(cancellation);
    }

    /// <summary>Answers what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await consumer;
    }

    void Consume()
    {
        var batch = new List<QueuedPhoto>(maxBatch);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < maxBatch && waiting.Reader.TryRead(out var item)) Take(item, batch);
            if (batch.Count > 0) Run(batch);
        }
    }

    void Take(QueuedPhoto item, List<QueuedPhoto> batch)
    {
        if (!item.Cancellation.IsCancellationRequested)
        {
            batch.Add(item);
            return;
        }
        places.Release();
        item.Promise.TrySetCanceled(item.Cancellation);
    }

    // Places are free again before anybody hears of it: who asks at once finds one.
    void Run(List<QueuedPhoto> batch)
    {
        var start = time.GetTimestamp();
        try
        {
            var answers = model([.. batch.Select(item => item.Photo)]);
            var took = time.GetElapsedTime(start);
            Note(batch, took);
            QueuedAnswer[] done =
                [.. batch.Select((item, i) => new QueuedAnswer(answers[i], time.GetElapsedTime(item.Since, start), took))];
            places.Release(batch.Count);
            for (var i = 0; i < batch.Count; i++) batch[i].Promise.TrySetResult(done[i]);
        }
        catch (Exception error)
        {
            // Whatever the model throws belongs to the requests of this batch alone; the next batch runs.
            places.Release(batch.Count);
            foreach (var item in batch) item.Promise.TrySetException(new InvalidOperationException("The model failed.", error));
        }
    }

    void Note(List<QueuedPhoto> batch, TimeSpan took)
    {
        var seconds = took.TotalSeconds / batch.Count;
        Volatile.Write(ref secondsAPhoto, secondsAPhoto == 0 ? seconds : (1 - Newest) * secondsAPhoto + Newest * seconds);
        metrics.BatchDone(batch.Count, took);
    }
}

/// <summary>A place in the queue: given back on disposal, unless the photo has taken it over.</summary>
sealed class QueuePlace(SemaphoreSlim places) : IDisposable
{
    bool held = true;

    /// <summary>From now on the queue gives it back, when the photo is answered or dropped.</summary>
    public void HandOver() => held = false;

    public void Dispose()
    {
        if (held) places.Release();
        held = false;
    }
}

/// <summary>A photo that waits for the model, and the promise of its answer.</summary>
/// <param name="Photo">Decoded.</param>
/// <param name="Since">When it began to wait, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
/// <param name="Cancellation">Fires when nobody wants the answer any more.</param>
sealed record QueuedPhoto(PreparedPhoto Photo, long Since, CancellationToken Cancellation)
{
    /// <summary>Its continuations run elsewhere: the model's thread has the next batch to do.</summary>
    public TaskCompletionSource<QueuedAnswer> Promise { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An answer and what it took.</summary>
/// <param name="Answer">What the model said.</param>
/// <param name="Queue">From the decoded photo to the start of the model.</param>
/// <param name="Model">The run of the model, for the whole batch.</param>
sealed record QueuedAnswer(Answer Answer, TimeSpan Queue, TimeSpan Model);
