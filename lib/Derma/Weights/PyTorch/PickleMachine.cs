namespace Derma.Weights.PyTorch;

using Dict = OrderedDictionary<object, object?>;

/// <summary>
/// The part of Python's pickle machine that tensors in dicts need. It makes dicts, lists, tuples, texts, numbers and descriptions of tensors,
/// and calls nothing: a name outside <see cref="PickleGlobals"/> ends it, and so does any other opcode.
/// </summary>
sealed class PickleMachine
{
    const int NewestProtocol = 5;

    static readonly object mark = new();

    readonly PickleBytes bytes;
    readonly Stack<object?> stack = new();
    readonly Dictionary<long, object?> memo = [];

    PickleMachine(byte[] pickle) => bytes = new PickleBytes(pickle);

    /// <summary>What a pickle describes: null, bool, long, double, string, List, object[] for a tuple, OrderedDictionary or PickleTensor.</summary>
    /// <exception cref="PickleException">It is damaged or holds something else.</exception>
    public static object? Load(byte[] pickle)
    {
        var machine = new PickleMachine(pickle);
        for (var opcode = machine.bytes.Byte(); opcode != '.'; opcode = machine.bytes.Byte()) machine.Step(opcode);
        return machine.Pop();
    }

    void Step(byte opcode)
    {
        if (!(Constant(opcode) || Container(opcode) || Memory(opcode) || Reference(opcode)))
            throw new PickleException($"has the opcode 0x{opcode:x2}, which no file of tensors needs");
    }

    bool Constant(byte opcode)
    {
        switch (opcode)
        {
            case (byte)'N': stack.Push(null); break;
            case 0x88: stack.Push(true); break;
            case 0x89: stack.Push(false); break;
            case (byte)'J': stack.Push(bytes.Int32()); break;
            case (byte)'K': stack.Push((long)bytes.Byte()); break;
            case (byte)'M': stack.Push(bytes.UInt16()); break;
            case 0x8a: stack.Push(bytes.Long()); break;
            case (byte)'G': stack.Push(bytes.Double()); break;
            case (byte)'X': stack.Push(bytes.Text(bytes.UInt32())); break;
            case 0x8c: stack.Push(bytes.Text(bytes.Byte())); break;
            default: return false;
        }
        return true;
    }

    bool Container(byte opcode)
    {
        switch (opcode)
        {
            case (byte)'(': stack.Push(mark); break;
            case (byte)')': stack.Push(Array.Empty<object?>()); break;
            case (byte)'t': stack.Push(ToMark()); break;
            case 0x85 or 0x86 or 0x87: stack.Push(Last(opcode - 0x84)); break;
            case (byte)']': stack.Push(new List<object?>()); break;
            case (byte)'a': Append([Pop()]); break;
            case (byte)'e': Append(ToMark()); break;
            case (byte)'}': stack.Push(new Dict()); break;
            case (byte)'s': Set(Last(2)); break;
            case (byte)'u': Set(ToMark()); break;
            default: return false;
        }
        return true;
    }

    bool Memory(byte opcode)
    {
        switch (opcode)
        {
            case (byte)'q': memo[bytes.Byte()] = Top(); break;
            case (byte)'r': memo[bytes.UInt32()] = Top(); break;
            case 0x94: memo[memo.Count] = Top(); break;
            case (byte)'h': stack.Push(Remembered(bytes.Byte())); break;
            case (byte)'j': stack.Push(Remembered(bytes.UInt32())); break;
            case 0x80: RequireProtocol(bytes.Byte()); break;
            case 0x95: bytes.Take(8); break;
            default: return false;
        }
        return true;
    }

    bool Reference(byte opcode)
    {
        switch (opcode)
        {
            case (byte)'c': stack.Push(PickleGlobals.Find(bytes.Line(), bytes.Line())); break;
            case 0x93: stack.Push(Last(2) is [string module, string name] ? PickleGlobals.Find(module, name) : throw Damaged()); break;
            case (byte)'R': stack.Push(Last(2) is [Func<object?[], object> call, object?[] arguments] ? call(arguments) : throw Damaged()); break;
            case (byte)'Q': stack.Push(PickleGlobals.Storage(Pop() as object?[] ?? throw Damaged())); break;
            // The attributes of an OrderedDict, such as the _metadata of a state_dict, are no tensors.
            case (byte)'b': Pop(); Top<Dict>(); break;
            default: return false;
        }
        return true;
    }

    void Append(object?[] items) => Top<List<object?>>().AddRange(items);

    void Set(object?[] keysAndValues)
    {
        var dict = Top<Dict>();
        if (keysAndValues.Length % 2 != 0) throw Damaged();
        for (var i = 0; i < keysAndValues.Length; i += 2)
        {
            if (keysAndValues[i] is not (string or long)) throw new PickleException("has a dict with a key that is neither text nor number");
            dict[keysAndValues[i]!] = keysAndValues[i + 1];
        }
    }

    object?[] ToMark()
    {
        var items = new List<object?>();
        while (stack.TryPeek(out var item) && !ReferenceEquals(item, mark)) items.Add(stack.Pop());
        if (!stack.TryPop(out _)) throw Damaged();
        items.Reverse();
        return [.. items];
    }

    object?[] Last(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--) items[i] = Pop();
        return items;
    }

    object? Top() => stack.TryPeek(out var item) && !ReferenceEquals(item, mark) ? item : throw Damaged();

    T Top<T>() where T : class => Top() as T ?? throw Damaged();

    object? Pop()
    {
        var top = Top();
        stack.Pop();
        return top;
    }

    object? Remembered(long index) => memo.TryGetValue(index, out var item) ? item : throw Damaged();

    static void RequireProtocol(byte protocol)
    {
        if (protocol > NewestProtocol) throw new PickleException($"has the pickle protocol {protocol}, which is not known");
    }

    static PickleException Damaged() => new("is damaged");
}
