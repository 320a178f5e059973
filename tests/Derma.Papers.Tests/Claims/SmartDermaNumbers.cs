namespace Derma.Papers.Tests;

/// <summary>Numbers typed from Smart Derma, to hold against the ledger.</summary>
static class SmartDermaNumbers
{
    /// <summary>Id without its <c>smart.</c>, low and high end as printed (null: open).</summary>
    public static TheoryData<string, double?, double?> Rows => new()
    {
        { "data.images", 57_600, 57_600 },
        { "data.rows", 57_600, 57_600 },
        { "data.gigabytes", 6.5, 6.5 },
        { "data.exceeds-6-gb", 6, null },
        { "data.classes", 13, 13 },
        { "data.class-names", 13, 13 },
        { "data.diseases", 13, 13 },
        { "data.image-size", 224, 224 },
        { "data.train-share", 0.70, 0.80 },
        { "data.validation-share", 0.10, 0.15 },
        { "data.test-share", 0.10, 0.15 },
        { "related.reference-11.year", 2019, 2019 },
        { "related.reference-11.conditions", 26, 26 },
        { "models.count", 3, 3 },
        { "fig-2.image-size", 256, 256 },
        { "fig-2.classes", 3, 3 },
        { "fig-4.pointwise-kernel", 1, 1 },
        { "fig-4.depthwise-kernel", 3, 3 },
        { "model.mobilenet-v3.logits", 13, 13 },
        { "model.densenet121.logits", 13, 13 },
        { "model.efficientnet-b3.logits", 13, 13 },
        { "model.mobilenet-v3.softmax-terms", 13, 13 },
        { "model.densenet121.softmax-terms", 13, 13 },
        { "model.efficientnet-b3.softmax-terms", 13, 13 },
        { "model.densenet121.layers", 121, 121 },
        { "training.epochs", 25, 50 },
        { "training.batch-size", 32, 32 },
        { "training.learning-rate", 0.001, 0.001 },
        { "training.dropout-lowest", 0.3, 0.3 },
        { "training.dropout-highest", 0.5, 0.5 },
        { "training.weight-decay-lowest", 1e-5, 1e-5 },
        { "training.weight-decay-highest", 1e-3, 1e-3 },
        { "weights.mobilenet-v3", 0.4, 0.4 },
        { "weights.densenet121", 0.3, 0.3 },
        { "weights.efficientnet-b3", 0.3, 0.3 },
        { "weights.sum", 1, 1 },
        { "weights.least", 0, 1 },
        { "gain.optimised-over-equal", 1.3, 1.3 },
        { "gain.optimised-over-best-single", 2.9, 2.9 },
        { "gain.equal-over-best-single", 1.6, 1.6 },
        { "text.efficientnet-b3.f1", 0.88, 0.88 },
        { "text.equal.f1", 0.89, 0.90 },
        { "text.optimised.f1", 0.91, 0.92 },
        { "section-4-3.mobilenet-v3.accuracy", 0.856, 0.856 },
        { "section-4-3.densenet121.accuracy", 0.872, 0.872 },
        { "section-4-3.efficientnet-b3.accuracy", 0.885, 0.885 },
        { "section-4-3.equal.accuracy", 0.901, 0.901 },
        { "section-4-3.optimised.accuracy", 0.914, 0.914 },
        { "section-4-3.optimised.f1", 0.92, 0.92 },
        { "section-5-2.efficientnet-b3.accuracy", 0.885, 0.885 },
        { "section-5-2.optimised.accuracy", 0.914, 0.914 },
        { "section-5-2.optimised.f1", 0.92, 0.92 },
        { "section-5-6.optimised.accuracy", 0.914, 0.914 },
        { "section-7-1.optimised.accuracy", 0.914, 0.914 },
        { "table-2.local", null, 1 },
        { "table-2.cloud", null, 1.5 },
        { "section-4-3.local-latency", 1, 1 },
        { "section-4-3.cloud-latency", 1.5, 1.5 },
        { "section-5-3.local-latency", null, 1 },
        { "section-5-3.cloud-latency", null, 1.5 },
        { "section-5-6.cloud-latency", 1.5, 1.5 },
        { "section-6-2.cloud-latency", 1.5, 1.5 },
        { "service.networks", 3, 3 },
    };

    /// <summary>Model, accuracy and F1 of Table 1.</summary>
    public static TheoryData<string, double, double> Table1 => new()
    {
        { "mobilenet-v3", 0.856, 0.86 },
        { "densenet121", 0.872, 0.87 },
        { "efficientnet-b3", 0.885, 0.88 },
        { "equal", 0.901, 0.90 },
        { "optimised", 0.914, 0.92 },
    };

    /// <summary>Table and model, accuracy, precision, recall and F1 of Tables 3 and 4.</summary>
    public static TheoryData<string, double, double, double, double> Tables3And4 => new()
    {
        { "table-3.mobilenet-v3", 0.856, 0.85, 0.84, 0.86 },
        { "table-3.densenet121", 0.872, 0.87, 0.86, 0.87 },
        { "table-3.efficientnet-b3", 0.885, 0.89, 0.88, 0.88 },
        { "table-4.equal", 0.901, 0.90, 0.89, 0.90 },
        { "table-4.optimised", 0.914, 0.92, 0.91, 0.92 },
    };

    /// <summary>Model, precision and recall of the text after Fig. 7.</summary>
    public static TheoryData<string, double, double> TextAfterFigure7 => new()
    {
        { "mobilenet-v3", 0.856, 0.85 },
        { "densenet121", 0.872, 0.87 },
        { "efficientnet-b3", 0.885, 0.89 },
        { "equal", 0.901, 0.90 },
        { "optimised", 0.914, 0.92 },
    };
}
