using System.Collections;
using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in row-major order, whatever its strides are.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    readonly Tensor tensor;
    readonly long[] shape, strides;
    readonly T* data;

    internal TensorAccessor(Tensor of)
    {
        if (!of.is_cpu()) throw new InvalidOperationException("Only a tensor in the processor's memory can be read: call cpu() first.");
        tensor = of;
        (shape, strides) = (tensor.shape, tensor.stride());
        data = (T*)tensor.Data;
    }

    public long Count => shape.Aggregate(1L, (a, b) => a * b);

    public T[] ToArray()
    {
        var values = new T[Count];
        CopyTo(values);
        return values;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = (int)(Count - tensorIndex);
        if (arrayIndex + count > array.Length) throw new ArgumentException($"{count} elements do not fit behind {arrayIndex} of {array.Length}.");
        using var row = RowMajor();
        new ReadOnlySpan<T>((T*)row.Data + tensorIndex, count).CopyTo(array.AsSpan(arrayIndex));
        GC.KeepAlive(row);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
    }

    Tensor RowMajor()
    {
        using var detached = tensor.detach();
        return Operator.One("contiguous", detached);
    }
}
