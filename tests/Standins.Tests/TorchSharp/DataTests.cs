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
    public void A_shared_array_stays_in_place_as_long_as_a_view_of_it_lives()
    {
        var view = from_array(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray()).as_strided([500], [1], 500);
        for (var i = 0; i < 3; i++) GC.Collect(2, GCCollectionMode.Forced, true, true);
        Assert.Equal(500, view[0].item<float>());
    }

    [Fact]
    public void The_type_is_read_from_the_array_or_asked_for()
    {
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(ScalarType.Float32, tensor(new long[] { 1 }, dtype: float32).dtype);
        Assert.Equal(ScalarType.Float64, from_array(new double[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
    }

    [Fact]
    public void Elements_are_copied_into_an_array()
    {
        var values = new float[4];
        tensor(new float[] { 5, 6, 7 }).data<float>().CopyTo(values, 2, 1);
        Assert.Equal([0, 0, 6, 7], values);
        Assert.Throws<ArgumentException>(() => zeros([5]).data<float>().CopyTo(values));
    }

    [Fact]
    public void Bytes_are_the_memory_of_a_row_major_tensor()
    {
        var t = tensor(new float[] { 1, 2 });
        BitConverter.GetBytes(3f).CopyTo(t.bytes);
        Numbers.Equal([3, 2], t);
        Assert.Throws<InvalidOperationException>(() => zeros([2, 3]).t().bytes.Length);
    }

    [Fact]
    public void An_item_needs_the_right_type_and_a_cast_does_not()
    {
        Assert.Equal(2.5f, full(1, 2.5).item<float>());
        Assert.Throws<ArgumentException>(() => full(1, 2.5).item<double>());
        Assert.Equal(2.5, full(1, 2.5).ToDouble());
        Assert.Throws<ArgumentException>(() => zeros([2]).item<float>());
    }

    [Fact]
    public void Conversion_shares_the_memory_where_nothing_changes_and_outlives_the_original()
    {
        var t = zeros([2]);
        using var same = t.to(float32);
        using var copied = t.to(float32, copy: true);
        t.add_(1);
        Assert.Equal((1f, 0f), (same[0].item<float>(), copied[0].item<float>()));
        t.Dispose();
        Assert.Equal(1f, same[1].item<float>());
        Assert.Equal(ScalarType.Float64, same.to(float64).dtype);
    }
}
