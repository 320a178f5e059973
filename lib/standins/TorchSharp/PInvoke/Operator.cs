using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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
        foreach (ref readonly var argument in arguments) words += Lowering.Words(argument.Reference);
        var values = stackalloc NativeValue[arguments.Length];
        Span<long> lists = words <= 64 ? stackalloc long[64] : new long[words];
        int produced;
        fixed (long* first = lists)
        {
            var next = first;
            for (var i = 0; i < arguments.Length; i++) values[i] = Lowering.Lower(arguments[i], ref next);
            NativeMethods.Check(NativeMethods.ts_call(Find(name), values, arguments.Length, results, MostResults, &produced));
        }
        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
        return produced;
    }

    static nint Find(string name) => found.TryGetValue(name, out var handle) ? handle : found.GetOrAdd(name, FindNew);

    static nint FindNew(string name)
    {
        var dot = name.IndexOf('.');
        var overload = dot < 0 ? "" : name[(dot + 1)..];
        nint handle;
        byte[] plain = Encoding.UTF8.GetBytes($"aten::{(dot < 0 ? name : name[..dot])}\0"), variant = Encoding.UTF8.GetBytes(overload + "\0");
        fixed (byte* first = plain, second = variant) NativeMethods.Check(NativeMethods.ts_find(first, second, &handle));
        return handle;
    }
}
