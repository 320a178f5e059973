using System.Buffers.Binary;
using System.Text;

namespace Derma.Training;

using Call = Func<object?[], object>;

/// <summary>A pickle that is damaged or holds more than tensors; the message goes on after "its data.pkl".</summary>
sealed class PickleException(string message) : Exception(message)
{
    /// <summary>What is on the stack or in the memo does not fit the opcode.</summary>
    public static PickleException Damaged() => new("is damaged");
}

/// <summary>The opcodes that files of tensors need, by the names that Python's <c>pickletools</c> gives them.</summary>
enum PickleOpcode : byte
{
    Proto = 0x80, Frame = 0x95, Stop = (byte)'.', Mark = (byte)'(', Memoize = 0x94,
    BinPut = (byte)'q', LongBinPut = (byte)'r', BinGet = (byte)'h', LongBinGet = (byte)'j',
    None = (byte)'N', NewTrue = 0x88, NewFalse = 0x89, BinFloat = (byte)'G',
    BinInt = (byte)'J', BinInt1 = (byte)'K', BinInt2 = (byte)'M', Long1 = 0x8a,
    BinUnicode = (byte)'X', ShortBinUnicode = 0x8c,
    EmptyTuple = (byte)')', Tuple = (byte)'t', Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87,
    EmptyList = (byte)']', Append = (byte)'a', Appends = (byte)'e',
    EmptyDict = (byte)'}', SetItem = (byte)'s', SetItems = (byte)'u',
    Global = (byte)'c', StackGlobal = 0x93, Reduce = (byte)'R', Build = (byte)'b', BinPersId = (byte)'Q',
}

/// <summary>A cursor over a pickle that never reads past its end.</summary>
sealed class PickleBytes(byte[] bytes)
{
    int position;

    /// <exception cref="PickleException">So many bytes are not there.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - position) throw new PickleException("ends too soon");
        position += (int)count;
        return bytes.AsSpan(position - (int)count, (int)count);
    }

    public byte Byte() => Take(1)[0];

    public PickleOpcode Opcode() => (PickleOpcode)Byte();

    public long UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public long Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>A two's complement number of up to eight bytes, after its length.</summary>
    public long Long()
    {
        var number = Take(Byte());
        if (number.Length > sizeof(long)) throw new PickleException("holds a whole number of more than 64 bits");
        var value = number.Length > 0 && number[^1] >= 0x80 ? -1L : 0L;
        for (var i = number.Length - 1; i >= 0; i--) value = value << 8 | number[i];
        return value;
    }

    public string Text(long length) => Encoding.UTF8.GetString(Take(length));

    /// <summary>Text up to the next line feed.</summary>
    public string Line()
    {
        var length = bytes.AsSpan(position).IndexOf((byte)'\n');
        var line = Text(length);
        position++;
        return line;
    }
}

/// <summary>The memory of one or more tensors: an entry of the zip file.</summary>
/// <param name="Type">Element type.</param>
/// <param name="Key">Name of the entry below <c>data/</c>.</param>
/// <param name="Count">Number of elements.</param>
sealed record PickleStorage(ElementType Type, string Key, long Count);

/// <summary>A tensor as the pickle describes it; nothing of it is checked yet.</summary>
/// <param name="Storage">Its memory.</param>
/// <param name="Offset">Place of the first element.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Strides">Elements from one to the next along each dimension.</param>
sealed record PickleTensor(PickleStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>Whether every element lies inside the storage.</summary>
    public bool Fits()
    {
        if (Offset < 0 || Shape.Length != Strides.Length || Shape.Any(d => d < 0) || Strides.Any(s => s < 0)) return false;
        if (Shape.Contains(0)) return Offset <= Storage.Count;
        try
        {
            return Shape.Zip(Strides).Aggregate(Offset, (last, d) => checked(last + (d.First - 1) * d.Second)) < Storage.Count;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}

/// <summary>
/// The only names that a pickle may refer to. None is looked up anywhere: each is a function of this class, or an element type.
/// </summary>
static class PickleGlobals
{
    static readonly Dictionary<string, object> known = new()
    {
        ["collections.OrderedDict"] = (Call)OrderedDict,
        ["torch._utils._rebuild_tensor_v2"] = (Call)Tensor,
        ["torch._utils._rebuild_parameter"] = (Call)Parameter,
        ["torch.DoubleStorage"] = ElementType.F64, ["torch.FloatStorage"] = ElementType.F32,
        ["torch.HalfStorage"] = ElementType.F16, ["torch.BFloat16Storage"] = ElementType.BF16,
        ["torch.LongStorage"] = ElementType.I64, ["torch.IntStorage"] = ElementType.I32, ["torch.ShortStorage"] = ElementType.I16,
        ["torch.CharStorage"] = ElementType.I8, ["torch.ByteStorage"] = ElementType.U8, ["torch.BoolStorage"] = ElementType.Bool,
    };

    /// <exception cref="PickleException">The name is none of those.</exception>
    public static object Find(string module, string name) => known.TryGetValue($"{module}.{name}", out var found)
        ? found
        : throw new PickleException($"refers to {module}.{name}, which is no tensor");

    /// <summary>What the pickle calls a persistent id: a storage's type, key, device and number of elements.</summary>
    public static PickleStorage Storage(object?[] id) => id is ["storage", ElementType type, string key, _, long count]
        ? new PickleStorage(type, key, count)
        : throw new PickleException("describes a storage in a way that is not understood");

    static object OrderedDict(object?[] arguments) =>
        arguments.Length == 0 ? new OrderedDictionary<object, object?>() : throw new PickleException("makes an OrderedDict from something");

    /// <summary>The arguments after these four say whether it had a gradient and hooks.</summary>
    static object Tensor(object?[] arguments) =>
        arguments is [PickleStorage storage, long offset, object?[] shape, object?[] strides, ..]
            ? new PickleTensor(storage, offset, Numbers(shape), Numbers(strides))
            : throw new PickleException("describes a tensor in a way that is not understood");

    static object Parameter(object?[] arguments) =>
        arguments is [PickleTensor tensor, ..] ? tensor : throw new PickleException("makes a parameter of something that is no tensor");

    static long[] Numbers(object?[] tuple) =>
        [.. tuple.Select(d => d is long number ? number : throw new PickleException("has a size or stride that is no whole number"))];
}
