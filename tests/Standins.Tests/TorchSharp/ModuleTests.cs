using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

[Collection(DefaultGenerator.Name)]
public class ModuleTests
{
    [Fact]
    public void Fields_become_parts_under_their_names()
    {
        using var net = new Net();
        Assert.Equal(
            ["scale", "stem.weight", "stem.bias", "blocks.0.weight", "blocks.0.bias", "blocks.1.weight", "blocks.1.bias", "head.fc.weight", "head.fc.bias"],
            net.named_parameters().Select(p => p.name));
        Assert.Equal(
            ["offset", "blocks.1.running_mean", "blocks.1.running_var", "blocks.1.num_batches_tracked"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["stem", "blocks", "blocks.0", "blocks.1", "head", "head.fc", "head.act"], net.named_modules().Select(m => m.name));
    }

    [Fact]
    public void Training_and_evaluation_reach_every_part()
    {
        using var net = new Net();
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void A_hook_sees_every_output_until_it_is_removed()
    {
        var layer = nn.ReLU();
        var seen = new List<float>();
        var remover = layer.register_forward_hook((_, input, output) =>
        {
            seen.Add(output.item<float>());
            return output;
        });
        layer.call(ones(1));
        remover.remove();
        layer.call(ones(1));
        Assert.Equal([1], seen);
    }

    [Fact]
    public void Fresh_weights_are_uniform_within_one_over_the_root_of_the_fan_in()
    {
        manual_seed(1);
        var conv = nn.Conv2d(16, 64, 3);
        var bound = 1 / Math.Sqrt(16 * 9);
        Assert.InRange((double)conv.weight.abs().max(), 0.99 * bound, bound);
        Assert.Equal(bound / Math.Sqrt(3), (double)conv.weight.std(), 0.02 * bound);
        Assert.InRange((double)conv.bias!.abs().max(), 0, bound);
    }

    [Fact]
    public void A_module_moves_to_another_precision_and_keeps_its_parameters()
    {
        using var net = new Net();
        var parameter = net.parameters().First();
        net.to(float64);
        Assert.Same(parameter, net.parameters().First());
        Assert.True(parameter.requires_grad && parameter.dtype == float64);
        Assert.Equal(ScalarType.Int64, net.get_buffer("blocks.1.num_batches_tracked")!.dtype);
    }

    [Fact]
    public void A_sequence_disposes_what_passes_between_its_steps()
    {
        using var scope = NewDisposeScope();
        var input = ones([1, 2]);
        var output = nn.Sequential(nn.ReLU(), nn.ReLU(inplace: true), nn.Dropout(0.5, inplace: true), nn.Hardswish()).call(input);
        Assert.Equal(2, scope.DisposablesCount);
        Assert.False(output.IsInvalid);
        Assert.Equal("[1x2], type = Float32, device = cpu", output.ToString());
    }

    [Fact]
    public void A_disposed_module_disposes_its_parts()
    {
        var net = new Net();
        var parts = net.parameters().Concat(net.buffers()).ToArray();
        net.Dispose();
        Assert.All(parts, p => Assert.True(p.IsInvalid));
    }

    sealed class Net : nn.Module<Tensor, Tensor>
    {
        readonly Tensor offset = zeros([1]);
        readonly Linear stem = nn.Linear(2, 3);
        readonly Sequential blocks = nn.Sequential(nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1));
        readonly Parameter scale = new(ones(1));
        readonly Sequential head = nn.Sequential(("fc", nn.Linear(3, 1)), ("act", nn.SiLU()));

        public Net() : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input) => head.call(stem.call(input) * scale + offset);
    }
}
