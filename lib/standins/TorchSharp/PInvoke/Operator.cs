using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.PInvoke;

/// <summary>
/// Calls libtorch's operators by the names of their schemas, "relu" or "add.Tensor". Arguments go in the order of the schema;
/// those left out at the end take its defaults.
/// </summary>
internal static unsafe class Operator
{
    const int MostResults = 8;

    static readonly ConcurrentDictionary<string, nint> found = new();

    internal static Tensor One(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        Call(name, arguments, results);
        return new Tensor((nint)results[0].Bits);
    }

    internal static (Tensor, Tensor) Two(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        Call(name, arguments, results);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    internal static (Tensor, Tensor, Tensor) Three(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        Call(name, arguments, results);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits), new Tensor((nint)results[2].Bits));
    }

    internal static Tensor[] Many(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        Call(name, arguments, results);
        var handles = new ReadOnlySpan<nint>((void*)results[0].Bits, results[0].Count);
        var tensors = new Tensor[handles.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(handles[i]);
        NativeMethods.ts_free((nint)results[0].Bits);
        return tensors;
    }

    /// <summary>For operators that change their first argument and return it.</summary>
    internal static Tensor InPlace(string name, params ReadOnlySpan<Argument> arguments)
    {
        Run(name, arguments);
        return (Tensor)arguments[0].Reference!;
    }

    internal static void Run(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        var count = Call(name, arguments, results);
        for (var i = 0; i < count; i++)
            if (results[i].Tag == Tag.Tensor && results[i].Bits != 0) NativeMethods.ts_release((nint)results[i].Bits);
    }

    internal static NativeValue Value(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MostResults];
        Call(name, arguments, results);
        return results[0];
    }

    [SkipLocalsInit]
    static int Call(string name, ReadOnlySpan<Argument> arguments, NativeValue* results)
    {
        var words = 0;
        foreach (ref readonly var argument in arguments) words += Words(argument.Reference);
        var values = stackalloc NativeValue[arguments.Length];
        Span<long> lists = words <= 64 ? stackalloc long[64] : new long[words];
        int produced;
        fixed (long* first = lists)
        {
            var next = first;
            for (var i = 0; i < arguments.Length; i++) values[i] = Lower(arguments[i], ref next);
            NativeMethods.Check(NativeMethods.ts_call(Find(name), values, arguments.Length, results, MostResults, &produced));
        }
        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
        return produced;
    }

    static int Words(object? reference) => reference switch
    {
        Tensor?[] tensors => tensors.Length,
        Array array => array.Length,
        string text => Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1,
        _ => 0,
    };

    static NativeValue Lower(in Argument argument, ref long* next)
    {
        var value = new NativeValue { Tag = argument.Tag, Bits = argument.Bits };
        switch (argument.Tag)
        {
            case Tag.Tensor: value.Bits = ((Tensor)argument.Reference!).Handle; break;
            case Tag.Device: value.Count = ((Device)argument.Reference!).index; break;
            case Tag.Tensors: Write((Tensor?[])argument.Reference!, ref value, ref next); break;
            case Tag.Ints: Write(((long[])argument.Reference!).AsSpan(), ref value, ref next); break;
            case Tag.Doubles: Write(MemoryMarshal.Cast<double, long>((double[])argument.Reference!), ref value, ref next); break;
            case Tag.String: Write((string)argument.Reference!, ref value, ref next); break;
        }
        return value;
    }

    static void Write(ReadOnlySpan<long> words, ref NativeValue value, ref long* next)
    {
        (value.Count, value.Bits) = (words.Length, (long)next);
        words.CopyTo(new Span<long>(next, words.Length));
        next += words.Length;
    }

    static void Write(Tensor?[] tensors, ref NativeValue value, ref long* next)
    {
        (value.Count, value.Bits) = (tensors.Length, (long)next);
        foreach (var tensor in tensors) *next++ = tensor is null ? 0 : tensor.Handle;
    }

    static void Write(string text, ref NativeValue value, ref long* next)
    {
        var count = Encoding.UTF8.GetBytes(text, new Span<byte>(next, Words(text) * sizeof(long)));
        (value.Count, value.Bits) = (count, (long)next);
        next += Words(text);
    }

    static nint Find(string name) => found.TryGetValue(name, out var handle) ? handle : found.GetOrAdd(name, FindNew);

    static nint FindNew(string name)
    {
        var dot = name.IndexOf('.');
        var overload = dot < 0 ? "" : name[(dot + 1)..];
        nint handle;
        fixed (byte* bytes = Encoding.UTF8.GetBytes($"aten::{(dot < 0 ? name : name[..dot])}\0"), other = Encoding.UTF8.GetBytes(overload + "\0"))
            NativeMethods.Check(NativeMethods.ts_find(bytes, other, &handle));
        return handle;
    }
}
