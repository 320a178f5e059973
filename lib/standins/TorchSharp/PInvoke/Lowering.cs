using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.PInvoke;

/// <summary>Turns arguments into what the native side reads; lists go into a buffer that the caller pins.</summary>
internal static unsafe class Lowering
{
    /// <summary>How many words of the buffer an argument takes.</summary>
    internal static int Words(object? reference) => reference switch
    {
        Tensor?[] tensors => tensors.Length,
        Array array => array.Length,
        string text => Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1,
        _ => 0,
    };

    internal static NativeValue Lower(in Argument argument, ref long* next)
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
}
