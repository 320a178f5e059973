using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public class StochasticDepthTests
{
    [Fact]
    public void A_photo_s_branch_is_left_out_as_a_whole_or_divided_by_the_chance_to_stay()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        const double Drop = 0.2;
        const int Photos = 10_000;
        var branches = StochasticDepth.Apply(ones(Photos, 2, 3, 1), Drop).data<float>().ToArray().Chunk(6).ToArray();
        Assert.All(branches, branch => Assert.Single(branch.Distinct()));
        Assert.Equal([0f, 1.25f], branches.Select(b => b[0]).Distinct().Order());
        // A share of 10,000 scatters by sqrt(0.2 · 0.8 / 10,000) = 0.004; the mean, 1.25 times the share that stayed, by 0.005.
        Assert.InRange(branches.Count(b => b[0] == 0) / (double)Photos, 0.2 - 0.016, 0.2 + 0.016);
        Assert.InRange(branches.Average(b => b[0]), 1 - 0.02, 1 + 0.02);
    }

    [Fact]
    public void Gradients_reach_the_photos_that_stayed_alone()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var input = ones([64, 1, 1, 1], requires_grad: true);
        var output = StochasticDepth.Apply(input, 0.5);
        output.sum().backward();
        Assert.Equal(output.detach().data<float>().ToArray(), input.grad!.data<float>().ToArray());
    }
}
