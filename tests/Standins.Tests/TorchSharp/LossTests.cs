using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Standins.Tests.TorchSharp;

public class LossTests
{
    static readonly double[][] logits = [[1, 2, 0.5], [0, -1, 3]];
    static readonly long[] labels = [1, 0];

    static Tensor Logits => from_array(logits.SelectMany(r => r).ToArray()).reshape(2, 3);

    static double LogProbability(int row, long label) => logits[row][label] - Math.Log(logits[row].Sum(Math.Exp));

    [Fact]
    public void Cross_entropy_is_minus_the_mean_log_probability()
        => Numbers.Equal([-(LogProbability(0, 1) + LogProbability(1, 0)) / 2], F.cross_entropy(Logits, tensor(labels)), 1e-12);

    [Fact]
    public void Reductions_give_the_sum_or_each_sample()
    {
        Numbers.Equal([-LogProbability(0, 1), -LogProbability(1, 0)], F.cross_entropy(Logits, tensor(labels), reduction: nn.Reduction.None), 1e-12);
        Numbers.Equal([-LogProbability(0, 1) - LogProbability(1, 0)], F.cross_entropy(Logits, tensor(labels), reduction: nn.Reduction.Sum), 1e-12);
    }

    [Fact]
    public void Class_weights_weigh_the_mean()
    {
        var expected = -(3 * LogProbability(0, 1) + 2 * LogProbability(1, 0)) / 5;
        Numbers.Equal([expected], F.cross_entropy(Logits, tensor(labels), from_array(new double[] { 2, 3, 1 })), 1e-12);
    }

    [Fact]
    public void Label_smoothing_spreads_a_share_over_all_classes()
    {
        double Row(int row) => -(0.9 * LogProbability(row, labels[row]) + 0.1 / 3 * Enumerable.Range(0, 3).Sum(c => LogProbability(row, c)));
        Numbers.Equal([(Row(0) + Row(1)) / 2], F.cross_entropy(Logits, tensor(labels), label_smoothing: 0.1), 1e-12);
    }
}
