using System.Runtime.InteropServices;

namespace SkiaSharp;

public unsafe class SKData : SKObject
{
    readonly Action<IntPtr> free;
    readonly byte* bytes;

    internal SKData(byte* bytes, long size, Action<IntPtr> free)
    {
        this.bytes = bytes;
        this.free = free;
        Size = size;
        if (size > 0) GC.AddMemoryPressure(size);
    }

    public long Size { get; }
    public IntPtr Data => (IntPtr)bytes;

    public static SKData CreateCopy(ReadOnlySpan<byte> bytes)
    {
        var data = Allocate(bytes.Length);
        bytes.CopyTo(data.Span);
        return data;
    }

    public static SKData Create(string filename)
    {
        if (!File.Exists(filename)) return null;
        using var file = File.OpenHandle(filename);
        var data = Allocate(checked((int)RandomAccess.GetLength(file)));
        for (var read = 0; read < data.Size;)
        {
            var count = RandomAccess.Read(file, data.Span[read..], read);
            if (count == 0) throw new EndOfStreamException(filename);
            read += count;
        }
        return data;
    }

    public ReadOnlySpan<byte> AsSpan() => Span;
    public Span<byte> Span => new(bytes, checked((int)Size));
    public byte[] ToArray() => AsSpan().ToArray();

    public void SaveTo(Stream target)
    {
        target.Write(AsSpan());
        GC.KeepAlive(this);
    }

    internal static SKData Allocate(int size) => new((byte*)NativeMemory.Alloc((nuint)size), size, static p => NativeMemory.Free((void*)p));

    protected override void DisposeNative()
    {
        free(Data);
        if (Size > 0) GC.RemoveMemoryPressure(Size);
    }
}
