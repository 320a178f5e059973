using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class OperatorTests
{
    static readonly Tensor two_by_three = from_array(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void A_row_is_added_to_every_row() => Numbers.Equal([11, 22, 33, 14, 25, 36], two_by_three + tensor(new float[] { 10, 20, 30 }));

    [Fact]
    public void Elements_are_taken_one_by_one()
    {
        Tensor t = tensor(new float[] { 1, 2, 4 }), u = tensor(new float[] { 3, -1, 0 });
        Numbers.Equal([2, 4, 8], t * 2);
        Numbers.Equal([3, -2, 0], t * u);
        Numbers.Equal([-2, 3, 4], t.sub(u));
        Numbers.Equal([3, 1, 0], u.abs());
        Numbers.Equal([9, 1, 0], u.square());
        Numbers.Equal([0, Math.Log(2), Math.Log(4)], t.log());
        Numbers.Equal([1.5, 2, 3], t.clamp(1.5, 3));
    }

    [Fact]
    public void Changing_in_place_changes_and_returns_the_same_object()
    {
        var t = tensor(new float[] { 1, 2 });
        Assert.Same(t, t.add_(1).mul_(3).div_(tensor(new float[] { 2, 1 })).div_(2).add_(t));
        Numbers.Equal([3, 9], t);
    }

    [Fact]
    public void Reductions_work_over_all_or_some_dimensions()
    {
        Assert.Equal(21, two_by_three.sum().item<float>());
        Assert.Equal(3.5f, two_by_three.mean().item<float>());
        Numbers.Equal([2, 5], two_by_three.mean([1]));
        Assert.Equal([2, 1], two_by_three.mean([1], keepdim: true).shape);
        Numbers.Equal([Math.Sqrt(3.5)], two_by_three.std(), 1e-6);
        Numbers.Equal([Math.Sqrt(91)], two_by_three.norm(), 1e-6);
    }

    [Fact]
    public void The_largest_is_found_and_its_place()
    {
        var t = from_array(new float[,] { { 3, 9, 5 }, { 7, 1, 8 } });
        Numbers.Equal([1, 2], t.argmax(1));
        Numbers.Equal([9], t.max());
    }

    [Fact]
    public void Softmax_is_the_normalised_exponential()
    {
        double[] e = [Math.Exp(1), Math.Exp(2), Math.Exp(3)];
        var soft = from_array(new double[] { 1, 2, 3 }).softmax(0);
        Numbers.Equal([.. e.Select(x => x / e.Sum())], soft, 1e-12);
    }

    [Fact]
    public void Comparisons_give_a_tensor_of_truths()
    {
        var t = tensor(new float[] { 1, 2, 3 });
        Assert.Equal([false, true, false], t.eq(2).data<bool>().ToArray());
        Assert.Equal([true, false, false], (t == tensor(new float[] { 1, 0, 0 })).data<bool>().ToArray());
        Assert.Equal([false, true, true], (t != tensor(new float[] { 1, 0, 0 })).data<bool>().ToArray());
        Assert.True(t.Equals(tensor(new float[] { 1, 2, 3 })));
        Assert.False(t.eq(2).all().item<bool>());
    }

    [Fact]
    public void Tensors_are_joined_and_stacked()
    {
        Assert.Equal([4, 3], cat([two_by_three, two_by_three], 0).shape);
        Assert.Equal([2, 2, 3], stack([two_by_three, two_by_three]).shape);
    }

    [Fact]
    public void A_list_of_more_tensors_than_fit_the_stack_is_joined()
    {
        var many = Enumerable.Range(0, 200).Select(i => tensor(new[] { (float)i })).ToArray();
        Assert.Equal(199 * 200 / 2, cat(many).sum().item<float>());
    }
}
