using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

[Collection(DefaultGenerator.Name)]
public class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var a = new Generator(5);
        using var b = new Generator(5);
        Assert.True(rand([100], generator: a).Equals(rand([100], generator: b)));
        Assert.True(zeros([100]).normal_(generator: a).Equals(zeros([100]).normal_(generator: b)));
        Assert.False(rand([100], generator: a).Equals(zeros([100]).normal_(generator: b)));
    }

    [Fact]
    public void The_default_generator_resumes_from_its_saved_state()
    {
        manual_seed(3);
        rand(11);
        var state = random.get_rng_state();
        var next = (zeros([33]).normal_(), nn.functional.dropout(ones(50)), ones(20).bernoulli_());
        random.set_rng_state(state);
        Assert.True(next.Item1.Equals(zeros([33]).normal_()) && next.Item2.Equals(nn.functional.dropout(ones(50))) && next.Item3.Equals(ones(20).bernoulli_()));
    }

    [Fact]
    public void A_generator_of_ones_own_resumes_from_its_saved_state()
    {
        using var generator = new Generator(9);
        var state = generator.get_state();
        var first = rand([8], generator: generator);
        generator.set_state(state);
        Assert.True(first.Equals(rand([8], generator: generator)));
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_spread_of_their_interval()
    {
        var t = zeros([100_000]).uniform_(2, 4, new Generator(1));
        Assert.Equal(3, (double)t.mean(), 0.01);
        Assert.Equal(2 / Math.Sqrt(12), (double)t.std(), 0.01);
        Assert.All(t.data<float>(), x => Assert.InRange(x, 2, 4));
    }
}
