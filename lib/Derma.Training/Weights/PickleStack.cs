namespace Derma.Training;

/// <summary>The stack of the pickle machine. Marks on it begin a run of items; none is ever handed out as an item.</summary>
sealed class PickleStack
{
    static readonly object mark = new();

    readonly Stack<object?> items = new();

    public void Push(object? item) => items.Push(item);

    public void Mark() => items.Push(mark);

    /// <exception cref="PickleException">There is no item.</exception>
    public object? Top() => items.TryPeek(out var item) && !ReferenceEquals(item, mark) ? item : throw PickleException.Damaged();

    /// <exception cref="PickleException">There is no item, or one of another type.</exception>
    public T Top<T>() where T : class => Top() as T ?? throw PickleException.Damaged();

    /// <exception cref="PickleException">There is no item.</exception>
    public object? Pop()
    {
        var top = Top();
        items.Pop();
        return top;
    }

    /// <summary>Takes the last items off, the oldest first.</summary>
    /// <exception cref="PickleException">There are not so many.</exception>
    public object?[] Pop(int count)
    {
        var last = new object?[count];
        for (var i = count - 1; i >= 0; i--) last[i] = Pop();
        return last;
    }

    /// <summary>Takes off the items behind the last mark, the oldest first, and the mark.</summary>
    /// <exception cref="PickleException">There is no mark.</exception>
    public object?[] PopToMark()
    {
        var last = new List<object?>();
        while (items.TryPeek(out var item) && !ReferenceEquals(item, mark)) last.Add(items.Pop());
        if (!items.TryPop(out _)) throw PickleException.Damaged();
        last.Reverse();
        return [.. last];
    }
}
