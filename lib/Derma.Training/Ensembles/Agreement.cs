namespace Derma.Training;

/// <summary>How alike models answer. Voting can mend only what some model gets right, and gains most where their mistakes differ.</summary>
public sealed class Agreement
{
    readonly double[,] agreed, kappa, doubleFault;

    Agreement(string[] models, Predictions[] members)
    {
        Models = models;
        int[][] answers = [.. members.Select(m => Enumerable.Range(0, m.Count).Select(m.Predicted).ToArray())];
        var photos = Enumerable.Range(0, members[0].Count).ToArray();
        bool Wrong(int model, int photo) => answers[model][photo] != members[0].Labels[photo];

        agreed = Pairs((a, b) => Share(i => answers[a][i] == answers[b][i]));
        kappa = Pairs((a, b) => Cohen(agreed[a, b], answers[a], answers[b]));
        doubleFault = Pairs((a, b) => Share(i => Wrong(a, i) && Wrong(b, i)));
        Oracle = Share(i => Enumerable.Range(0, models.Length).Any(model => !Wrong(model, i)));
        Unanimous = Share(i => answers.All(answer => answer[i] == answers[0][i]));

        double Share(Func<int, bool> holds) => (double)photos.Count(holds) / photos.Length;

        double[,] Pairs(Func<int, int, double> value)
        {
            var matrix = new double[models.Length, models.Length];
            for (var a = 0; a < models.Length; a++)
                for (var b = 0; b < models.Length; b++) matrix[a, b] = value(a, b);
            return matrix;
        }
    }

    /// <summary>Names of the models, in the order of the matrices.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>
    /// The share of photos that at least one model gets right. A vote goes beyond it only where the true class is first for no model and
    /// first for their mean.
    /// </summary>
    public double Oracle { get; }

    /// <summary>The share of photos that all models give the same class.</summary>
    public double Unanimous { get; }

    /// <summary>The share of photos that two models give the same class, right or wrong; 1 of a model with itself.</summary>
    public double Agreed(int a, int b) => agreed[a, b];

    /// <summary>
    /// Cohen's κ = (p_o − p_e) / (1 − p_e) (Cohen 1960): agreement beyond what the models' class frequencies alone would give. NaN where
    /// both give every photo the same one class.
    /// </summary>
    public double Kappa(int a, int b) => kappa[a, b];

    /// <summary>The share of photos that both models get wrong, in the same way or not (Giacinto, Roli 2001); alone, its error.</summary>
    public double DoubleFault(int a, int b) => doubleFault[a, b];

    /// <summary>Compares models.</summary>
    /// <param name="models">Each model's predictions of the same photos, by its name.</param>
    /// <exception cref="UserError">Photos, labels or classes differ, or there is no photo.</exception>
    public static Agreement Of(IReadOnlyDictionary<string, Predictions> models)
    {
        SamePhotos.Require(models);
        if (models.Values.First().Count == 0) throw new UserError("There are no photos on which models could agree; give at least one.");
        return new Agreement([.. models.Keys], [.. models.Values]);
    }

    static double Cohen(double observed, int[] first, int[] second)
    {
        double photos = first.Length;
        var byChance = first.GroupBy(c => c).Sum(group => group.Count() / photos * (second.Count(c => c == group.Key) / photos));
        return byChance == 1 ? double.NaN : (observed - byChance) / (1 - byChance);
    }
}
