namespace Derma.Training.Tests;

public class RidgeRegressionTests
{
    const double Close = 1e-9;

    // Two features of mean 0 and deviation 1 over four photos, one of each sign. Class 1 is where the first is 1, except for the last photo.
    static readonly float[][] Corners = [[-1, -1], [-1, 1], [1, -1], [1, 1]];

    static RidgeModel Solve(double penalty, params int[] labels) => new RidgeRegression(Corners, labels, [1, 1, 1, 1], 2).Solve(penalty);

    [Fact]
    public void Two_features_and_two_classes_are_solved_as_by_hand()
    {
        // Labels 0, 0, 1, 0. ZᵀZ = 4 I. Targets of class 1 less their mean 1/4: -1/4, -1/4, 3/4, -1/4.
        // Zᵀy = (1/4 + 1/4 + 3/4 - 1/4, 1/4 - 1/4 - 3/4 - 1/4) = (1, -1), so W = (1, -1) / (4 + λ) = (1/6, -1/6) for λ = 2.
        var model = Solve(2, 0, 0, 1, 0);
        Assert.Equal(1 / 6.0, model.Weights[0, 1], Close);
        Assert.Equal(-1 / 6.0, model.Weights[1, 1], Close);
        Assert.Equal(-1 / 6.0, model.Weights[0, 0], Close);
        Assert.Equal([0.75, 0.25], model.Intercept);
        // Third photo: 1/4 + 1/6 + 1/6 = 7/12.
        Assert.Equal(7 / 12.0, model.Scores(Corners)[2, 1], Close);
    }

    [Fact]
    public void Correlated_features_are_solved_as_by_hand()
    {
        // Features (-1, -1), (1, 1), (-1, 1), (1, 1), (-1, -1), (1, -1): mean 0, deviation 1, ZᵀZ = [6 2; 2 6]. Labels 0, 1, 0, 1, 0, 0.
        // Targets of class 1 less 1/3: Zᵀy = (2, 2). With λ = 1: [7 2; 2 7] W = (2, 2), so W = (2/9, 2/9).
        var features = new float[][] { [-1, -1], [1, 1], [-1, 1], [1, 1], [-1, -1], [1, -1] };
        var model = new RidgeRegression(features, [0, 1, 0, 1, 0, 0], [1, 1, 1, 1, 1, 1], 2).Solve(1);
        Assert.Equal(2 / 9.0, model.Weights[0, 1], Close);
        Assert.Equal(2 / 9.0, model.Weights[1, 1], Close);
    }

    [Fact]
    public void A_photo_of_weight_two_counts_like_two_photos()
    {
        var twice = new RidgeRegression([.. Corners, Corners[2]], [0, 0, 1, 0, 1], [1, 1, 1, 1, 1], 2).Solve(2);
        var heavy = new RidgeRegression(Corners, [0, 0, 1, 0], [1, 1, 2, 1], 2).Solve(2);
        Assert.Equal(0, (twice.Weights - heavy.Weights).InfinityNorm(), Close);
        Assert.Equal([0.6, 0.4], heavy.Intercept);
    }

    [Fact]
    public void Units_of_a_feature_and_a_constant_feature_do_not_matter()
    {
        float[][] scaled = [.. Corners.Select(row => new[] { 100 * row[0] + 7, row[1], 5 })];
        var scores = new RidgeRegression(scaled, [0, 0, 1, 0], [1, 1, 1, 1], 2).Solve(2).Scores(scaled);
        Assert.Equal(0, (scores - Solve(2, 0, 0, 1, 0).Scores(Corners)).InfinityNorm(), Close);
    }

    [Fact]
    public void Scores_add_up_to_one_and_those_below_zero_become_probability_zero()
    {
        var model = Solve(1e-9, 0, 0, 1, 0);
        Assert.All(model.Scores(Corners).RowSums(), sum => Assert.Equal(1, sum, Close));
        // With hardly any penalty W = (1/4, -1/4): the second photo scores 1/4 - 1/4 - 1/4 = -1/4 for class 1.
        Assert.Equal([1f, 0f], model.Probabilities([Corners[1]]), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Many_rows_are_added_up_the_same()
    {
        float[][] many = [.. Enumerable.Range(0, 3_000).Select(i => Corners[i % 4])];
        int[] labels = [.. Enumerable.Range(0, many.Length).Select(i => i % 4 == 2 ? 1 : 0)];
        var model = new RidgeRegression(many, labels, [.. Enumerable.Repeat(1.0, many.Length)], 2).Solve(1_500);
        // 750 times the four corners and 750 times λ = 2.
        Assert.Equal(1 / 6.0, model.Weights[0, 1], Close);
    }

    [Fact]
    public void A_penalty_of_zero_and_lists_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(0, 0, 0, 1, 0));
        Assert.Throws<ArgumentException>(() => new RidgeRegression(Corners, [0], [1], 2));
        Assert.Throws<ArgumentException>(() => new RidgeRegression([], [], [], 2));
    }
}
