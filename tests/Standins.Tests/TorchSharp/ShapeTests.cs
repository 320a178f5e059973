using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class ShapeTests
{
    static readonly Tensor cube = arange(24).reshape(2, 3, 4);

    [Fact]
    public void Shapes_and_strides_follow_views()
    {
        var turned = cube.permute(0, 2, 1);
        Assert.Equal([2, 4, 3], turned.shape);
        Assert.Equal([12, 1, 4], turned.stride());
        Assert.False(turned.is_contiguous());
        Assert.Equal([3, 1], turned.contiguous().stride()[1..]);
    }

    [Fact]
    public void Elements_are_read_in_row_major_order_whatever_the_strides()
        => Assert.Equal([0, 3, 1, 4, 2, 5], arange(6).reshape(2, 3).t().data<long>().ToArray());

    [Fact]
    public void Indexing_selects_slices_and_gathers()
    {
        Assert.Equal(23, (long)cube[1, 2, 3]);
        Assert.Equal([4], cube[0, 1].shape);
        Numbers.Equal([13, 17, 21], cube[1, TensorIndex.Colon, 1]);
        Numbers.Equal([2, 3], cube[0, 0, 2..]);
        Numbers.Equal([0, 12], cube[TensorIndex.Ellipsis, 0][TensorIndex.Colon, 0]);
        Numbers.Equal([8, 9, 10, 11, 0, 1, 2, 3], cube[0][tensor(new long[] { 2, 0 })]);
    }

    [Fact]
    public void Assigning_through_an_index_changes_the_tensor()
    {
        var t = zeros(2, 3);
        t[1, TensorIndex.Slice(1, 3)] = tensor(new float[] { 5, 6 });
        Numbers.Equal([0, 0, 0, 0, 5, 6], t);
    }

    [Fact]
    public void Narrow_slice_and_select_are_views()
    {
        var t = zeros(4);
        t.narrow(0, 1, 2).fill_(7);
        t.slice(0, 3, 4, 1).fill_(9);
        t.select(0, 0).fill_(1);
        Numbers.Equal([1, 7, 7, 9], t);
    }

    [Fact]
    public void Gather_and_index_select_pick_by_number()
    {
        var t = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Numbers.Equal([2, 3], t.gather(1, tensor(new long[,] { { 1 }, { 0 } })));
        Numbers.Equal([3, 4, 3, 4], t.index_select(0, tensor(new long[] { 1, 1 })));
    }

    [Fact]
    public void Splitting_gives_as_many_tensors_as_asked()
    {
        Assert.Equal([[2, 1, 4], [2, 2, 4]], cube.split([1, 2], 1).Select(t => t.shape));
        Assert.Equal(3, cube.unbind(1).Length);
        Assert.Equal(2, cube.chunk(2, 2).Length);
    }

    [Fact]
    public void One_is_dropped_added_and_stretched()
    {
        Assert.Equal([1, 3], zeros(3, 1).squeeze().unsqueeze(0).shape);
        Assert.Equal([5, 3], zeros(1, 3).expand(5, 3).shape);
        Assert.Equal([2, 12], cube.flatten(1).shape);
        Assert.Equal([6, 4], cube.view(-1, 4).shape);
    }
}
