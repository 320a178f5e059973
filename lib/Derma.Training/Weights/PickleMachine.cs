namespace Derma.Training;

using Dict = OrderedDictionary<object, object?>;

/// <summary>
/// The part of Python's pickle machine that tensors in dicts need. It makes dicts, lists, tuples, texts, numbers and descriptions of
/// tensors, and calls nothing: a name outside <see cref="PickleGlobals"/> ends it, and so does any other opcode.
/// </summary>
sealed class PickleMachine
{
    const int NewestProtocol = 5;

    readonly PickleBytes bytes;
    readonly PickleStack stack = new();
    readonly Dictionary<long, object?> memo = [];

    PickleMachine(byte[] pickle) => bytes = new PickleBytes(pickle);

    /// <summary>
    /// What a pickle describes: null, bool, long, double, string, List, object[] for a tuple, OrderedDictionary or PickleTensor.
    /// </summary>
    /// <exception cref="PickleException">It is damaged or holds something else.</exception>
    public static object? Load(byte[] pickle)
    {
        var machine = new PickleMachine(pickle);
        while (machine.bytes.Opcode() is var opcode and not PickleOpcode.Stop) machine.Step(opcode);
        return machine.stack.Pop();
    }

    void Step(PickleOpcode opcode)
    {
        if (!(Constant(opcode) || Container(opcode) || Memory(opcode) || Reference(opcode)))
            throw new PickleException($"has the opcode 0x{(byte)opcode:x2}, which no file of tensors needs");
    }

    bool Constant(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.None: stack.Push(null); break;
            case PickleOpcode.NewTrue: stack.Push(true); break;
            case PickleOpcode.NewFalse: stack.Push(false); break;
            case PickleOpcode.BinInt: stack.Push(bytes.Int32()); break;
            case PickleOpcode.BinInt1: stack.Push((long)bytes.Byte()); break;
            case PickleOpcode.BinInt2: stack.Push(bytes.UInt16()); break;
            case PickleOpcode.Long1: stack.Push(bytes.Long()); break;
            case PickleOpcode.BinFloat: stack.Push(bytes.Double()); break;
            case PickleOpcode.BinUnicode: stack.Push(bytes.Text(bytes.UInt32())); break;
            case PickleOpcode.ShortBinUnicode: stack.Push(bytes.Text(bytes.Byte())); break;
            default: return false;
        }
        return true;
    }

    bool Container(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Mark: stack.Mark(); break;
            case PickleOpcode.EmptyTuple: stack.Push(Array.Empty<object?>()); break;
            case PickleOpcode.Tuple: stack.Push(stack.PopToMark()); break;
            case PickleOpcode.Tuple1: stack.Push(stack.Pop(1)); break;
            case PickleOpcode.Tuple2: stack.Push(stack.Pop(2)); break;
            case PickleOpcode.Tuple3: stack.Push(stack.Pop(3)); break;
            case PickleOpcode.EmptyList: stack.Push(new List<object?>()); break;
            case PickleOpcode.Append: Append([stack.Pop()]); break;
            case PickleOpcode.Appends: Append(stack.PopToMark()); break;
            case PickleOpcode.EmptyDict: stack.Push(new Dict()); break;
            case PickleOpcode.SetItem: Set(stack.Pop(2)); break;
            case PickleOpcode.SetItems: Set(stack.PopToMark()); break;
            default: return false;
        }
        return true;
    }

    bool Memory(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.BinPut: memo[bytes.Byte()] = stack.Top(); break;
            case PickleOpcode.LongBinPut: memo[bytes.UInt32()] = stack.Top(); break;
            case PickleOpcode.Memoize: memo[memo.Count] = stack.Top(); break;
            case PickleOpcode.BinGet: stack.Push(Remembered(bytes.Byte())); break;
            case PickleOpcode.LongBinGet: stack.Push(Remembered(bytes.UInt32())); break;
            case PickleOpcode.Proto: RequireProtocol(bytes.Byte()); break;
            case PickleOpcode.Frame: bytes.Take(8); break;
            default: return false;
        }
        return true;
    }

    bool Reference(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Global: stack.Push(PickleGlobals.Find(bytes.Line(), bytes.Line())); break;
            case PickleOpcode.StackGlobal: stack.Push(Named(stack.Pop(2))); break;
            case PickleOpcode.Reduce: stack.Push(Called(stack.Pop(2))); break;
            case PickleOpcode.BinPersId: stack.Push(PickleGlobals.Storage(stack.PopTuple())); break;
            // The attributes of an OrderedDict, such as the _metadata of a state_dict, are no tensors.
            case PickleOpcode.Build: stack.Pop(); stack.Top<Dict>(); break;
            default: return false;
        }
        return true;
    }

    static object Named(object?[] pair) =>
        pair is [string module, string name] ? PickleGlobals.Find(module, name) : throw PickleException.Damaged();

    static object Called(object?[] pair) =>
        pair is [Func<object?[], object> call, object?[] arguments] ? call(arguments) : throw PickleException.Damaged();

    void Append(object?[] items) => stack.Top<List<object?>>().AddRange(items);

    void Set(object?[] keysAndValues)
    {
        var dict = stack.Top<Dict>();
        if (keysAndValues.Length % 2 != 0) throw PickleException.Damaged();
        for (var i = 0; i < keysAndValues.Length; i += 2)
        {
            if (keysAndValues[i] is not (string or long))
                throw new PickleException("has a dict with a key that is neither text nor number");
            dict[keysAndValues[i]!] = keysAndValues[i + 1];
        }
    }

    object? Remembered(long index) => memo.TryGetValue(index, out var item) ? item : throw PickleException.Damaged();

    static void RequireProtocol(byte protocol)
    {
        if (protocol > NewestProtocol) throw new PickleException($"has the pickle protocol {protocol}, which is not known");
    }
}

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

    /// <exception cref="PickleException">There is no item, or no tuple.</exception>
    public object?[] PopTuple() => Pop() as object?[] ?? throw PickleException.Damaged();

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
