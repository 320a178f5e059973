namespace Derma.Training.Tests;

public class WeightSearchTests
{
    static readonly string[] Names = ["a", "b", "c"];

    [Fact]
    public void The_only_weights_that_get_every_photo_right_are_found()
    {
        var result = WeightSearch.Run(Models(3, Above(0, .18), Below(0, .22), Above(1, .58), Below(1, .62)));
        Assert.Equal([0.2, 0.6, 0.2], Names.Select(name => result.Grid.Single(score => score.Accuracy == 1).Weights[name]));
        Assert.Equal((1, 1), (result.Found.Accuracy, result.TiedForBest));
        Assert.InRange(result.Found.Weights["a"], .18, .22);
        Assert.InRange(result.Found.Weights["b"], .58, .62);
        Assert.True(result.Equal.Accuracy < 1);
    }

    [Fact]
    public void A_corner_is_found_where_one_model_alone_is_right()
    {
        var found = WeightSearch.Run(Models(3, Above(2, .97), Above(2, .96))).Found;
        Assert.Equal(1, found.Accuracy);
        Assert.InRange(found.Weights["c"], .97, 1);
    }

    [Fact]
    public void Refinement_finds_weights_between_the_points_of_the_grid()
    {
        // Every photo is right only for .11 < a < .14, which no multiple of .05 is; at .10 and .15 one of six is wrong.
        var models = Models(3, Above(0, .06), Above(0, .07), Above(0, .11), Below(0, .14), Below(0, .19), Below(0, .18));
        var result = WeightSearch.Run(models);
        Assert.Equal(1, result.Found.Accuracy);
        Assert.InRange(result.Found.Weights["a"], .11, .14);
        Assert.Equal(5.0 / 6, result.Grid.Max(score => score.Accuracy), 12);
        Assert.Equal(5.0 / 6, WeightSearch.Run(models, new WeightSearchOptions { Halvings = 0 }).Found.Accuracy, 12);
    }

    [Fact]
    public void Models_that_say_the_same_get_equal_weights()
    {
        var same = Answers.Random(1, 40, 4);
        var result = WeightSearch.Run(Names.ToDictionary(name => name, _ => same));
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], Names.Select(name => result.Found.Weights[name]));
        Assert.Equal(231, result.TiedForBest);
    }

    [Fact]
    public void Among_weights_of_the_same_scores_the_nearest_to_equal_are_taken()
    {
        // Right for a > .62 only: two models, so the nearest is the first step of the refinement above it, .625.
        var found = WeightSearch.Run(Models(2, Above(0, .62), Above(0, .3))).Found;
        Assert.Equal(0.625, found.Weights["a"], 9);
    }

    [Fact]
    public void Macro_f1_decides_between_weights_of_the_same_accuracy()
    {
        // Four photos of class 0 and one of class 1 are always right. One more of class 0 is right up to a = .5, one more of class 1 beyond.
        // Either way 6 of 7. Up to .5: F1 10/11 and 2/3, mean .788. Beyond: class 0 has 4 of 5 and no false one, 8/9; class 1 has 2 of 2 and
        // one false one, 4/5; mean .844.
        (float[][], int) always0 = ([[1, 0], [1, 0]], 0), always1 = ([[0, 1], [0, 1]], 1);
        var result = WeightSearch.Run(Models(2, always0, always0, always0, always0, always1, ([[0, 1], [1, 0]], 0), ([[0, 1], [1, 0]], 1)));
        Assert.Equal(6.0 / 7, result.Equal.Accuracy, 12);
        Assert.Equal((10.0 / 11 + 2.0 / 3) / 2, result.Equal.MacroF1, 12);
        Assert.Equal((8.0 / 9 + 4.0 / 5) / 2, result.Found.MacroF1, 12);
        Assert.Equal(0.50625, result.Found.Weights["a"], 9);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 21)]
    [InlineData(3, 231)]
    [InlineData(4, 1771)]
    [InlineData(5, 10626)]
    public void The_grid_holds_every_choice_in_steps_of_a_twentieth_once(int models, int points)
    {
        var few = Enumerable.Range(0, models).ToDictionary(m => $"m{m}", m => Answers.Random(m, 4, 2));
        var grid = WeightSearch.Run(few).Grid;
        Assert.Equal(points, grid.Select(score => string.Join(' ', score.Weights.ByName.Values.Select(w => Math.Round(20 * w, 9)))).Distinct().Count());
        Assert.Equal(points, grid.Count);
        Assert.All(grid, score => Assert.Equal(1, score.Weights.ByName.Values.Sum(), 12));
    }

    [Fact]
    public void Scores_are_those_of_the_votes_and_none_of_the_grid_beats_what_was_found()
    {
        var models = new Dictionary<string, Predictions>
        {
            ["mobilenet_v3_small"] = Answers.Random(1, 200, 13), ["densenet121"] = Answers.Random(2, 200, 13), ["efficientnet_b3"] = Answers.Random(3, 200, 13),
        };
        var result = WeightSearch.Run(models);
        Assert.Equal(Right(models, 0.4, 0.3, 0.3) / 200.0, result.Paper!.Accuracy, 12);
        Assert.Equal(Right(models, 1.0 / 3, 1.0 / 3, 1.0 / 3) / 200.0, result.Equal.Accuracy, 12);
        var best = (from i in Enumerable.Range(0, 21) from j in Enumerable.Range(0, 21 - i) select Right(models, i / 20.0, j / 20.0, (20 - i - j) / 20.0)).Max();
        Assert.Equal(best / 200.0, result.Grid.Max(score => score.Accuracy), 12);
        Assert.True(result.Found.Accuracy >= result.Grid.Max(score => score.Accuracy));
    }

    [Fact]
    public void Other_models_have_no_weights_of_the_papers() => Assert.Null(WeightSearch.Run(Models(3, Above(0, .5))).Paper);

    [Fact]
    public void The_order_of_the_models_changes_nothing()
    {
        var models = Names.Select((name, m) => (name, Answers.Random(m, 60, 6))).ToDictionary(pair => pair.name, pair => pair.Item2);
        var (one, other) = (WeightSearch.Run(models).Found, WeightSearch.Run(models.Reverse().ToDictionary()).Found);
        Assert.Equal(one.Weights.ByName.OrderBy(pair => pair.Key), other.Weights.ByName.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_grid_needs_a_step() => Assert.Throws<UserError>(() => WeightSearch.Run(Models(2, Above(0, .5)), new WeightSearchOptions { Divisions = 0 }));

    // Photos by hand: an independent count of right answers, in double precision; random probabilities make no ties.
    static int Right(Dictionary<string, Predictions> models, params double[] weights)
    {
        var members = new[] { models["mobilenet_v3_small"], models["densenet121"], models["efficientnet_b3"] };
        return Enumerable.Range(0, members[0].Count).Count(i =>
        {
            double[] sums = [.. Enumerable.Range(0, 13).Select(c => members.Zip(weights).Sum(pair => pair.Second * pair.First.Row(i)[c]))];
            return Array.IndexOf(sums, sums.Max()) == members[0].Labels[i];
        });
    }

    // Class 0 gets 1/2 + (w - threshold) / 2: model m says 1 - threshold / 2, the others 1/2 - threshold / 2.
    static (float[][] Rows, int Label) Above(int model, double threshold) => (Threshold(model, threshold), 0);

    static (float[][] Rows, int Label) Below(int model, double threshold) => (Threshold(model, threshold), 1);

    static float[][] Threshold(int model, double threshold) =>
        [.. Names.Select((_, m) => (m == model ? 1 : 0.5) - threshold / 2).Select(p => new[] { (float)p, (float)(1 - p) })];

    static Dictionary<string, Predictions> Models(int count, params (float[][] Rows, int Label)[] photos) =>
        Names.Take(count).Select((name, m) => (name, m)).ToDictionary(
            pair => pair.name, pair => Answers.Of([.. photos.Select(photo => (photo.Rows[pair.m], photo.Label))]));
}
