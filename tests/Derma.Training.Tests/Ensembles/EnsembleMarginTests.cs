namespace Derma.Training.Tests;

public class EnsembleMarginTests
{
    static readonly string[] Names = ["mobilenet_v3_large", "densenet121", "efficientnet_b3"];
    static readonly EnsembleWeights Equal = EnsembleWeights.Equal(Names);
    static readonly EnsembleWeights Paper = EnsembleWeights.Paper.For(Names);

    [Fact]
    public void From_equal_to_the_papers_weights_the_bound_is_a_ninth() => Assert.Equal(1.0 / 9, EnsembleMargin.Bound(Equal, Paper), 12);

    [Fact]
    public void The_same_weights_change_nothing() => Assert.Equal(0, EnsembleMargin.Bound(Paper, Paper), 12);

    [Fact]
    public void Weights_on_other_models_altogether_can_change_everything() =>
        Assert.Equal(1, EnsembleMargin.Bound(Of(1, 0, 0), Of(0, 0.5, 0.5)), 12);

    [Theory]
    [InlineData(0.2, 0.5, 0.3, 0.4, 0.3, 0.3)]
    [InlineData(0.4, 0.3, 0.3, 1 / 3.0, 1 / 3.0, 1 / 3.0)]
    [InlineData(1 / 3.0, 1 / 3.0, 1 / 3.0, 0.05, 0.15, 0.8)]
    [InlineData(0.5, 0.5, 0, 0.25, 0.25, 0.5)]
    public void The_bound_is_the_greatest_lead_that_can_be_lost(double u1, double u2, double u3, double v1, double v2, double v3)
    {
        // The optimum of this linear programme lies at a vertex: two margins at ±1, the third at ±1 or where Σ v d = 0.
        double[] u = [u1, u2, u3], v = [v1, v2, v3];
        var greatest = double.NegativeInfinity;
        for (var free = 0; free < 3; free++)
            for (var signs = 0; signs < 4; signs++)
            {
                var d = new double[3];
                (d[(free + 1) % 3], d[(free + 2) % 3]) = ((signs & 1) * 2 - 1, (signs & 2) - 1);
                var rest = v.Zip(d).Sum(pair => pair.First * pair.Second);
                foreach (var value in (double[])[-1, 1, v[free] > 0 ? -rest / v[free] : -1])
                {
                    d[free] = value;
                    if (Math.Abs(value) <= 1 + 1e-12 && v.Zip(d).Sum(pair => pair.First * pair.Second) <= 1e-12)
                        greatest = Math.Max(greatest, u.Zip(d).Sum(pair => pair.First * pair.Second));
                }
            }

        Assert.Equal(greatest, EnsembleMargin.Bound(Of(u1, u2, u3), Of(v1, v2, v3)), 9);
    }

    [Fact]
    public void A_photo_just_below_the_bound_flips()
    {
        // MobileNetV3 is sure of class 1; the others are at 5/6 - 1/128 for class 0. The lead is 1/9 - 1/96 at equal weights; with the paper's weights
        // class 0 has .6 x (5/6 - 1/128) = .4953.
        const float P = 5f / 6 - 1f / 128;
        var members = Members(Answers.Of(([0, 1], 0)), Answers.Of(([P, 1 - P], 0)), Answers.Of(([P, 1 - P], 0)));
        var (equal, paper) = (SoftVote.Combine(members, Equal), SoftVote.Combine(members, Paper));
        Assert.Equal(1.0 / 9 - 1.0 / 96, equal.Margin(0), 6);
        Assert.Equal((0, 1), (equal.Predicted(0), paper.Predicted(0)));
        Assert.Equal([0], EnsembleMargin.Reachable(equal, Equal, EnsembleWeights.Paper));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(13)]
    public void No_photo_whose_margin_is_above_a_ninth_ever_flips(int classes)
    {
        var members = Members(Sharp(1, classes), Sharp(2, classes), Sharp(3, classes));
        var (equal, paper) = (SoftVote.Combine(members, Equal), SoftVote.Combine(members, Paper));
        var flips = Flip.Between(equal, paper);
        Assert.NotEmpty(flips);
        Assert.All(flips, flip => Assert.True(flip.MarginFrom < 1.0 / 9 + 1e-6, $"photo {flip.Photo} flipped from {flip.MarginFrom}"));
        Assert.Subset(EnsembleMargin.Reachable(equal, Equal, Paper).ToHashSet(), flips.Select(flip => flip.Photo).ToHashSet());
        Assert.True(EnsembleMargin.Reachable(equal, Equal, Paper).Count < equal.Count);
    }

    // Temperature 1/4 makes random rows about as sure as trained networks are, so that the bound is approached.
    static Predictions Sharp(int seed, int classes) => TemperatureScaling.Apply(Answers.Random(seed, 3000, classes), 0.25);

    static Dictionary<string, Predictions> Members(params Predictions[] members) =>
        Names.Zip(members).ToDictionary(pair => pair.First, pair => pair.Second);

    static EnsembleWeights Of(params double[] weights) => new(Names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second));
}
