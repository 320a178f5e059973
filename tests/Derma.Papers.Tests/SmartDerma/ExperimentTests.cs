using TorchSharp;
using TorchSharp.Modules;

namespace Derma.Papers.Tests;

[Collection(TensorLibrary.Name)]
public sealed class ExperimentTests
{
    static readonly NetworkOptions Small = PaperExperiments.MobileNetV3.Network with { Architecture = NetworkNames.MobileNetV3Small };

    [Fact]
    public void The_recipe_has_the_numbers_that_the_paper_prints()
    {
        var recipe = PaperExperiments.Recipe;
        static ClaimValue Printed(string what) => Ledger.SmartDerma[$"smart.training.{what}"].Expected;
        Assert.Equal((Printed("batch-size").Number, Printed("learning-rate").Number), (recipe.BatchSize, recipe.LearningRate));
        Assert.Equal((Printed("optimizer").Text, Printed("best-by").Text), ($"{recipe.Optimizer}", $"{recipe.BestBy}"));
        Assert.True(Printed("epochs").Admits(recipe.Epochs, 0));
        Assert.InRange(recipe.WeightDecay, Printed("weight-decay-lowest").Number!.Value, Printed("weight-decay-highest").Number!.Value);
        Assert.All(PaperExperiments.All, experiment =>
            Assert.InRange(experiment.Network.Dropout, Printed("dropout-lowest").Number!.Value, Printed("dropout-highest").Number!.Value));
        recipe.Validate(classes: 13);
    }

    [Fact]
    public void The_three_networks_are_those_of_the_paper_tensor_for_tensor()
    {
        Assert.Equal(["MobileNetV3", "DenseNet121", "EfficientNet-B3"], PaperExperiments.All.Select(experiment => experiment.Name));
        Assert.All(PaperExperiments.All, experiment =>
        {
            using var model = experiment.Build(classes: 13, seed: 1);
            var listed = File.ReadLines(Fixtures.Tensors(experiment.Network.Architecture, 13)).Skip(1).Select(line => line.Split(',')[0]).ToList();
            Assert.Equal(listed, StateDict.Of(model).Select(tensor => tensor.Name));
        });
    }

    [Fact]
    public void Normalisation_and_momentum_reach_the_network()
    {
        using var model = (Small with { BatchNormMomentum = 0.25 }).Build(classes: 4, seed: 1);
        Assert.Equal(Normalisation.ImageNet, model.Normalisation);
        Assert.All(model.modules().OfType<BatchNorm2d>(), norm => Assert.Equal(0.25, norm.momentum));
    }

    [Fact]
    public void The_last_layer_starts_within_its_limit()
    {
        using var model = (Small with { HeadLimit = 0.005 }).Build(classes: 4, seed: 1);
        Assert.Equal(0.005, Numbers(model, "classifier.3.weight").Max(Math.Abs), 1e-6);
    }

    [Fact]
    public void Pretrained_weights_fill_the_backbone_and_leave_the_head_fresh()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var source = Networks.Build(NetworkNames.MobileNetV3Small, classes: 9, seed: 5);
            Safetensors.Save(file, source);
            using var tuned = (Small with { PretrainedWeights = file }).Build(classes: 4, seed: 1);
            Assert.Equal(Numbers(source, "features.0.0.weight"), Numbers(tuned, "features.0.0.weight"));
            using var fresh = Small.Build(classes: 4, seed: 1);
            Assert.Equal(Numbers(fresh, "classifier.3.weight"), Numbers(tuned, "classifier.3.weight"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_scale_shortens_a_recipe_to_one_cycle_and_leaves_a_shorter_one_alone()
    {
        var scale = Scales.Quick.SmartDerma with { Epochs = (10, null) };
        var drawings = scale.Shorten(PaperExperiments.DenseNet121, drawings: true).Training;
        Assert.Equal((10, RateSchedule.OneCycle), (drawings.Epochs, drawings.Schedule));
        Assert.True(drawings is { Plateau: null, WarmUp: null, EarlyStopping: null });
        Assert.Equal(PaperExperiments.DenseNet121, scale.Shorten(PaperExperiments.DenseNet121, drawings: false));
    }

    static float[] Numbers(Classifier model, string name) => model.get_parameter(name)!.data<float>().ToArray();
}
