using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class OperatorTests
{
    static readonly Tensor two_by_three = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void A_row_is_added_to_every_row() => Numbers.Equal([11, 22, 33, 14, 25, 36], two_by_three + tensor(new float[] { 10, 20, 30 }));

    [Fact]
    public void Numbers_stand_on_either_side_of_an_operator()
    {
        var t = tensor(new float[] { 1, 2, 4 });
        Numbers.Equal([3, 4, 6], 2 + t);
        Numbers.Equal([9, 8, 6], 10 - t);
        Numbers.Equal([8, 4, 2], 8 / t);
        Numbers.Equal([0.5, 1, 2], t / 2);
        Numbers.Equal([-1, -2, -4], -t);
        Numbers.Equal([1, 0, 0], t % 2);
    }

    [Fact]
    public void Changing_in_place_changes_and_returns_the_same_object()
    {
        var t = tensor(new float[] { 1, 2 });
        Assert.Same(t, t.add_(1).mul_(3).sub_(tensor(new float[] { 1, 1 })));
        Numbers.Equal([5, 8], t);
    }

    [Fact]
    public void Reductions_work_over_all_or_some_dimensions()
    {
        Assert.Equal(21, (float)two_by_three.sum());
        Numbers.Equal([5, 7, 9], two_by_three.sum(dim: 0));
        Numbers.Equal([2, 5], two_by_three.mean([1]));
        Assert.Equal([2, 1], two_by_three.mean([1], keepdim: true).shape);
        Numbers.Equal([Math.Sqrt(3.5)], two_by_three.std(), 1e-6);
        Numbers.Equal([17.5 / 6], two_by_three.var([0, 1], unbiased: false), 1e-6);
    }

    [Fact]
    public void The_largest_are_found_with_their_places()
    {
        var t = tensor(new float[,] { { 3, 9, 5 }, { 7, 1, 8 } });
        Numbers.Equal([1, 2], t.argmax(1));
        var (values, indexes) = t.topk(2);
        Numbers.Equal([9, 5, 8, 7], values);
        Numbers.Equal([1, 2, 2, 0], indexes);
        Numbers.Equal([3, 1], t.min(1).values);
    }

    [Fact]
    public void Softmax_is_the_normalised_exponential()
    {
        double[] e = [Math.Exp(1), Math.Exp(2), Math.Exp(3)];
        var soft = tensor(new double[] { 1, 2, 3 }).softmax(0);
        Numbers.Equal([.. e.Select(x => x / e.Sum())], soft, 1e-12);
        Numbers.Equal([.. e.Select(x => Math.Log(x / e.Sum()))], tensor(new double[] { 1, 2, 3 }).log_softmax(0), 1e-12);
    }

    [Fact]
    public void Comparisons_give_a_tensor_of_truths()
    {
        var t = tensor(new float[] { 1, 2, 3 });
        Assert.Equal([false, true, true], (t >= 2).data<bool>().ToArray());
        Assert.Equal([true, false, false], (t == tensor(new float[] { 1, 0, 0 })).data<bool>().ToArray());
        Assert.True(t.Equals(tensor(new float[] { 1, 2, 3 })));
    }

    [Fact]
    public void Matrices_multiply() => Numbers.Equal([14, 32, 32, 77], two_by_three.matmul(two_by_three.t()));

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
        Assert.Equal(199 * 200 / 2, (float)cat(many).sum());
    }
}
