using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class DataTests
{
    [Fact]
    public void A_tensor_copies_the_array_it_is_made_from()
    {
        float[] values = [1, 2, 3];
        var t = tensor(values);
        values[0] = 9;
        Numbers.Equal([1, 2, 3], t);
    }

    [Fact]
    public void A_tensor_from_a_buffer_shares_the_array()
    {
        float[] values = [1, 2, 3, 4];
        var t = frombuffer(values, ScalarType.Float32, count: 2, offset: 1);
        values[1] = 9;
        Numbers.Equal([9, 3], t);
        t.fill_(0);
        Assert.Equal([1, 0, 0, 4], values);
    }

    [Fact]
    public void A_shared_array_stays_in_place_as_long_as_a_view_of_it_lives()
    {
        var view = from_array(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray())[500..];
        for (var i = 0; i < 3; i++) GC.Collect(2, GCCollectionMode.Forced, true, true);
        Assert.Equal(500, (float)view[0]);
    }

    [Fact]
    public void The_type_is_read_from_the_array_or_asked_for()
    {
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(ScalarType.Float32, tensor(new long[] { 1 }, dtype: float32).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.25).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.5).dtype);
    }

    [Fact]
    public void Elements_are_read_and_written_by_index()
    {
        var t = zeros(2, 3);
        var data = t.data<float>();
        data[1, 2] = 5;
        data.CopyFrom([7, 8], tensorIndex: 1);
        Assert.Equal([0, 7, 8, 0, 0, 5], data.ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => data[2, 0]);
    }

    [Fact]
    public void Bytes_are_the_memory_of_a_row_major_tensor()
    {
        var t = tensor(new float[] { 1, 2 });
        BitConverter.GetBytes(3f).CopyTo(t.bytes);
        Numbers.Equal([3, 2], t);
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void An_item_needs_the_right_type_and_a_cast_does_not()
    {
        Assert.Equal(2.5f, tensor(2.5f).item<float>());
        Assert.Throws<ArgumentException>(() => tensor(2.5f).item<double>());
        Assert.Equal(2.5, tensor(2.5f).ToDouble());
        Assert.Equal(2, (long)tensor(2.5f));
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
    }

    [Fact]
    public void Conversion_shares_the_memory_where_nothing_changes_and_outlives_the_original()
    {
        var t = zeros(2);
        using var same = t.to(float32);
        using var copied = t.to(float32, copy: true);
        t.fill_(1);
        Assert.Equal((1f, 0f), (same[0].item<float>(), copied[0].item<float>()));
        t.Dispose();
        Assert.Equal(1f, same[1].item<float>());
        Assert.Equal(ScalarType.Float64, same.to(float64).dtype);
    }
}
