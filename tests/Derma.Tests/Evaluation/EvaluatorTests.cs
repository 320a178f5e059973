using Derma.Evaluation;
using Derma.Models;
using Derma.Tests.Training;

namespace Derma.Tests.Evaluation;

public class EvaluatorTests
{
    [Theory]
    [InlineData(HeadActivation.Softmax)]
    [InlineData(HeadActivation.Sigmoid)]
    public void Every_photo_gets_probabilities_that_add_up_to_one(HeadActivation head)
    {
        using var model = new PaperCnn(Pictures.Network with { Head = head });
        var predictions = Evaluator.Predict(model, Pictures.Of(7), Pictures.Classes, batchSize: 3);
        Assert.Equal(7, predictions.Count);
        Assert.All(Enumerable.Range(0, 7), i => Assert.Equal(1, predictions.Row(i).ToArray().Sum(), 5));
        Assert.Equal([0, 1, 2, 0, 1, 2, 0], predictions.Labels);
        Assert.Equal("1-6.png", predictions.Paths[6]);
    }

    [Fact]
    public void The_batch_size_changes_nothing_and_the_training_mode_is_put_back()
    {
        using var model = new PaperCnn(Pictures.Network);
        var photos = Pictures.Of(7);
        var one = Evaluator.Predict(model, photos, Pictures.Classes, batchSize: 1).Probabilities;
        var all = Evaluator.Predict(model, photos, Pictures.Classes, batchSize: 7).Probabilities;
        Assert.All(one.Zip(all), pair => Assert.Equal(pair.First, pair.Second, 5));
        Assert.True(model.training);
    }
}
