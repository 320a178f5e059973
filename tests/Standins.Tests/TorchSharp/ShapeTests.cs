using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class ShapeTests
{
    static readonly Tensor cube = Counted(24).reshape(2, 3, 4);

    static Tensor Counted(int count) => tensor([.. Enumerable.Range(0, count).Select(i => (long)i)]);

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
        => Assert.Equal([0, 3, 1, 4, 2, 5], Counted(6).reshape(2, 3).t().data<long>().ToArray());

    [Fact]
    public void Selections_and_strided_parts_are_views()
    {
        var t = zeros([4]);
        t.as_strided([2], [2], 1).add_(7);
        t.select(0, 0).add_(1);
        t[2].add_(9);
        Numbers.Equal([1, 7, 9, 7], t);
    }

    [Fact]
    public void Index_select_picks_by_number()
    {
        var t = from_array(new float[,] { { 1, 2 }, { 3, 4 } });
        Numbers.Equal([3, 4, 3, 4], t.index_select(0, tensor(new long[] { 1, 1 })));
    }

    [Fact]
    public void Dimensions_are_added_and_joined()
    {
        Assert.Equal([1, 3], zeros([3]).unsqueeze(0).shape);
        Assert.Equal([2, 12], cube.flatten(1).shape);
        Assert.Equal([6, 4], cube.view(-1, 4).shape);
    }
}
