using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Derma.Papers.Tests;

public sealed class ModelCardTests : IDisposable
{
    static readonly JsonSchema schema = JsonSchema.FromText(File.ReadAllText(Fixtures.CardSchema));

    readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void A_card_says_what_was_trained_on_what_how_well_it_does_and_what_it_is_not_for()
    {
        var card = ModelCard.Of(Finished());
        var text = CardText.Markdown(card);
        Assert.StartsWith("# Models of the run first\n\n> **Not for diagnosis.", text);
        Assert.Contains("its answers about real photos mean nothing at all", text);
        Assert.Contains("| MobileNetV3 | 4 test | 75.0 % | 30.1 % to 95.4 % | 83.3 % |", text); // 3 of 4; recalls 1 and 2/3
        Assert.Contains("| eczema | 3 | 66.7 % |", text);
        Assert.Contains("| MobileNetV3 | Fresh weights, trained in this run alone. |", text);
        Assert.Contains("| MobileNetV3 | 1,234 | 7 | 21 | 2.0 | a machine |", text);
        Assert.Contains("It was trained at the smoke scale", text);
    }

    [Fact]
    public void Its_json_holds_the_same_figures_and_fits_the_schema()
    {
        var card = JsonNode.Parse(CardText.Json(ModelCard.Of(Finished())))!;
        var result = schema.Evaluate(JsonSerializer.SerializeToElement(card), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")));
        var accuracy = card["figures"]!.AsArray().Single(figure => ((string?)figure!["part"], (string?)figure["name"]) == ("test", "accuracy"))!;
        Assert.Equal((0.75, 4), ((double)accuracy["value"]!, (int)accuracy["photos"]!));
        Assert.Equal(0.3006, (double)accuracy["low"]!, 4);
        Assert.Equal(0.9544, (double)accuracy["high"]!, 4);
    }

    [Fact]
    public void A_fine_tuned_network_names_the_package_that_its_weights_come_from()
    {
        var options = Finished();
        var folder = Path.Combine(options.RunFolder!, "transfer", "fine-tuned", "seed-1");
        Save(folder);
        File.WriteAllText(Path.Combine(folder, "config.json"), """{ "experiment": { "Network": { "Donor": "ResNet-18", "IsResNet": true, "KeepsWeights": true } } }""");
        var text = CardText.Markdown(ModelCard.Of(options));
        Assert.Contains("| ResNet-18, fine-tuned | Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 from NuGet (MIT licence), trained on ImageNet", text);
    }

    [Fact]
    public void Students_and_the_vote_are_on_the_card_of_a_run_that_holds_them()
    {
        var options = Finished();
        foreach (var folder in (string[])["networks/densenet121", "networks/efficientnet_b3", "students/vote"])
            Save(Path.Combine(options.RunFolder!, folder, "seed-1"));
        var text = CardText.Markdown(ModelCard.Of(options));
        Assert.Contains("| MobileNetV3-Small, taught by the vote | 4 test | 75.0 % |", text);
        Assert.Contains("| Smart Derma ensemble (0.33 / 0.33 / 0.33) | 4 test | 75.0 % |", text); // three that answer alike: equal weights claim least
        Directory.Delete(Path.Combine(options.RunFolder!, "networks", "densenet121"), recursive: true);
        Assert.DoesNotContain("ensemble", CardText.Markdown(ModelCard.Of(options)));
    }

    [Fact]
    public void Photos_of_a_run_of_attempts_alone_are_those_of_the_cnn_report()
    {
        var options = Finished();
        Directory.Delete(Path.Combine(options.RunFolder!, "networks"), recursive: true);
        Save(Path.Combine(options.RunFolder!, "attempts", "02", "seed-1"), tested: false);
        var text = CardText.Markdown(ModelCard.Of(options));
        Assert.Contains("## Photos: 2 classes in two parts", text);
        Assert.Equal([SyntheticSkin.Conditions22.DataSet], Directory.GetDirectories(root.File("data")).Select(Path.GetFileName));
    }

    [Fact]
    public void Slices_come_from_what_a_table_says_of_the_people()
    {
        var predictions = Answered();
        TableRow Row(string? sex, double? age) => new("table.csv", null, null) { Sex = sex, Age = age };
        var photos = new PhotoSet("mine", "Mine", false, ["eczema", "warts"], [.. predictions.Paths.Select(path => new Photo(path, 0, path, Subset.Test))])
        {
            Rows = new Dictionary<string, TableRow> { ["0"] = Row("female", 34), ["1"] = Row("female", 71), ["2"] = Row("male", 39) },
        };
        var sections = CardSlices.People(new CardedModel("one", "", predictions, null), photos).ToList();
        Assert.Equal(["By sex: one", "By age: one"], sections.Select(section => section.Title));
        Assert.Equal(["female, 2, 100.0 %", "male, 1, 0.0 %", "not known, 1, 100.0 %"], sections[0].Rows.Select(row => string.Join(", ", row.Take(3))));
        Assert.Equal(["20 to 39", "60 to 79", "not known"], sections[1].Rows.Select(row => row[0]));
    }

    [Fact]
    public void A_run_without_models_has_no_card()
    {
        var options = new LabOptions { Root = root.Path, Scale = Scales.Smoke, Threads = 2, RunFolder = Path.Combine(root.Path, "runs", "empty") };
        RunFolder.Open(options);
        Assert.Contains("no trained model", Assert.Throws<UserError>(() => ModelCard.Of(options)).Message);
    }

    // Four photos, three of eczema: the third is taken for a wart.
    static Predictions Answered() => new(
        [0.9f, 0.1f, 0.8f, 0.2f, 0.3f, 0.7f, 0.2f, 0.8f], [0, 0, 0, 1], ["0", "1", "2", "3"], ["eczema", "warts"]);

    LabOptions Finished()
    {
        var options = new LabOptions { Root = root.Path, Scale = Scales.Smoke, Threads = 2, RunFolder = Path.Combine(root.Path, "runs", "first") };
        RunFolder.Open(options);
        Save(Path.Combine(options.RunFolder, "networks", NetworkNames.MobileNetV3Large, "seed-1"));
        return options;
    }

    static void Save(string folder, bool tested = true)
    {
        var metrics = new RunMetrics
        {
            Status = "Completed", Epochs = 7, Steps = 21, Seconds = 120, Machine = "a machine", TrainPhotos = 1_234, TrainAccuracy = 1, ValidationAccuracy = 0.75,
            ValidationInterval = new Interval(0, 1), BalancedAccuracy = 0.8, MacroF1 = 0.7, BestEpoch = 1, BestValidationAccuracy = 1, LowestLossEpoch = 1,
            TrainLoss = 1, ValidationLoss = 1,
        };
        var seed = new TrainedSeed(1, new TrainingFolder(folder), History.Empty, metrics, Answered());
        (tested ? seed.Tested(Answered()) : seed).Save();
    }
}
