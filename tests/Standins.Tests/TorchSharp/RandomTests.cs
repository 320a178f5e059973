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
        Assert.True(randn([100], generator: a).Equals(randn([100], generator: b)));
        Assert.False(randn([100], generator: a).Equals(rand([100], generator: b)));
    }

    [Fact]
    public void The_default_generator_resumes_from_its_saved_state()
    {
        manual_seed(3);
        rand(11);
        var state = random.get_rng_state();
        var next = (randn(33), nn.functional.dropout(ones(50)), randperm(20));
        random.set_rng_state(state);
        Assert.True(next.Item1.Equals(randn(33)) && next.Item2.Equals(nn.functional.dropout(ones(50))) && next.Item3.Equals(randperm(20)));
    }

    [Fact]
    public void A_generator_of_ones_own_resumes_from_its_saved_state()
    {
        using var generator = new Generator(9);
        var state = generator.get_state();
        var first = rand([8], generator: generator);
        generator.set_state(state);
        Assert.True(first.Equals(rand([8], generator: generator)));
        Assert.Equal(9, generator.initial_seed());
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_spread_of_their_interval()
    {
        var t = zeros(100_000).uniform_(2, 4, new Generator(1));
        Assert.Equal(3, (float)t.mean(), 0.01);
        Assert.Equal(2 / Math.Sqrt(12), (float)t.std(), 0.01);
        Assert.True((float)t.min() >= 2 && (float)t.max() <= 4);
    }

    [Fact]
    public void A_permutation_holds_every_number_once()
        => Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), randperm(50).data<long>().Order());

    [Fact]
    public void Threads_are_set_and_read()
    {
        var before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
    }
}
