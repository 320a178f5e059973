using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

[Collection(DefaultGenerator.Name)]
public class TrainingTests
{
    [Fact]
    public void A_small_network_learns_a_pattern_by_heart()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var net = new Net();
        using var adam = optim.Adam(net.parameters(), lr: 0.01);
        var (images, labels) = (zeros(16, 3, 8, 8).normal_(), tensor([.. Enumerable.Range(0, 16).Select(i => i % 4L)]));
        var first = Step(net, adam, images, labels);
        for (var i = 0; i < 60; i++) Step(net, adam, images, labels);
        Assert.True(Step(net, adam, images, labels) < first / 10);
    }

    static float Step(Net net, Adam adam, Tensor images, Tensor labels)
    {
        using var scope = NewDisposeScope();
        adam.zero_grad();
        var loss = F.cross_entropy(net.call(images), labels);
        loss.backward();
        adam.step();
        return loss.item<float>();
    }

    sealed class Net : nn.Module<Tensor, Tensor>
    {
        readonly Conv2d conv1 = nn.Conv2d(3, 8, 3, padding: 1);
        readonly BatchNorm2d bn1 = nn.BatchNorm2d(8);
        readonly Sequential pool = nn.Sequential(nn.ReLU(inplace: true), nn.MaxPool2d(2));
        readonly Sequential head = nn.Sequential(nn.Dropout(0.1), nn.Linear(128, 4));

        public Net() : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input) => head.call(pool.call(bn1.call(conv1.call(input))).flatten(1));
    }
}
