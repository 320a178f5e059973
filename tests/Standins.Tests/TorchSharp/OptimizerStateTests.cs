using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class OptimizerStateTests
{
    public static TheoryData<Func<Parameter, OptimizerHelper>> Optimizers =>
    [
        p => optim.Adam([p], lr: 0.01),
        p => optim.Adam([p], lr: 0.01, amsgrad: true),
        p => optim.AdamW([p], lr: 0.01),
    ];

    static void Step(OptimizerHelper optimizer, Parameter weights)
    {
        optimizer.zero_grad();
        (weights * weights.square()).sum().backward();
        optimizer.step();
    }

    static Parameter Start(double[]? values = null) => new(from_array(values ?? [1, -2, 3], float32));

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_saved_and_loaded_optimizer_takes_the_same_next_steps_to_the_bit(Func<Parameter, OptimizerHelper> make)
    {
        var weights = Start();
        using var original = make(weights);
        for (var i = 0; i < 3; i++) Step(original, weights);
        var copied = new Parameter(weights.detach().clone());
        using var resumed = make(copied);
        using var stream = new MemoryStream();
        original.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        resumed.load_state_dict(new BinaryReader(stream));
        for (var i = 0; i < 3; i++)
        {
            Step(original, weights);
            Step(resumed, copied);
        }
        Assert.True(weights.Equals(copied));
    }

    [Fact]
    public void The_state_shows_how_far_adam_has_come()
    {
        var weights = Start([2]);
        using var adam = optim.Adam([weights], lr: 0.01);
        Step(adam, weights);
        var state = (Adam.State)adam.state_dict().State.Single();
        Assert.Equal(1, state.step);
        Numbers.Equal([0.1 * 12], state.exp_avg, 1e-5);
        Numbers.Equal([0.001 * 144], state.exp_avg_sq, 1e-5);
    }

    [Fact]
    public void The_state_of_another_kind_of_optimizer_is_refused()
    {
        using var stream = new MemoryStream();
        optim.AdamW([Start()]).save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => optim.Adam([Start()]).load_state_dict(new BinaryReader(stream)));
    }
}
