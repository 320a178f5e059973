using Derma.Claims;
using Derma.Models;

namespace Derma.Tests.Claims;

public class ModelClaimsTests
{
    static readonly PaperCnnOptions Printed = new() { Classes = 22, ImageSize = 256, Filters = [16, 32, 64, 128, 256, 512] };

    // 16 kernels of 3 x 3 over 3 colours, with a bias each: 16 (27 + 1) = 448.
    static SummaryTable Summary(long trainable) =>
        new([new SummaryRow("conv1", "Conv2D", "(None, 256, 256, 16)", 448)], trainable, 2_016);

    static Dictionary<string, Verdict> Verdicts(long trainable) =>
        ModelClaims.Check(Runs.Book(Runs.Drawings), Printed, Summary(trainable)).ToDictionary(check => check.Claim.Id, check => check.Verdict);

    [Fact]
    public void The_printed_network_reproduces_the_printed_counts()
    {
        var verdicts = Verdicts(1_974_422);
        foreach (var id in (string[])["cnn.params.total", "cnn.params.trainable", "cnn.params.non-trainable", "cnn.size.mib", "cnn.final.kernel-size"])
            Assert.Equal(Verdict.Reproduced, verdicts[id]);
    }

    [Fact]
    public void One_bias_less_does_not() => Assert.Equal(Verdict.NotReproduced, Verdicts(1_974_421)["cnn.params.total"]);

    [Fact]
    public void Placeholders_in_the_paper_are_impossible_as_printed() =>
        Assert.Equal(Verdict.ImpossibleAsPrinted, Verdicts(1_974_422)["cnn.summary.input-shape"]);
}
