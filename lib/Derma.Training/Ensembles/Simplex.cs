namespace Derma.Training;

/// <summary>Weights that are at least 0 and add up to 1.</summary>
static class Simplex
{
    const double Rounding = 1e-9;

    /// <summary>
    /// Every vector of multiples of 1 / <paramref name="divisions"/>, in lexicographic order: C(divisions + models − 1, models − 1) of them.
    /// </summary>
    public static IEnumerable<double[]> Grid(int models, int divisions) =>
        Parts(models, divisions).Select(parts => parts.Select(part => (double)part / divisions).ToArray());

    /// <summary>What moving <paramref name="step"/> of weight from one model to another gives, for each ordered pair that allows it.</summary>
    public static IEnumerable<double[]> Neighbours(double[] weights, double step)
    {
        for (var from = 0; from < weights.Length; from++)
            for (var to = 0; to < weights.Length; to++)
                if (from != to && weights[from] >= step - Rounding)
                    yield return Moved(weights, from, to, Math.Min(step, weights[from]));
    }

    static double[] Moved(double[] weights, int from, int to, double step)
    {
        double[] moved = [.. weights];
        moved[from] -= step;
        moved[to] += step;
        return moved;
    }

    static IEnumerable<int[]> Parts(int count, int total) => count == 1
        ? [[total]]
        : from first in Enumerable.Range(0, total + 1)
          from rest in Parts(count - 1, total - first)
          select (int[])[first, .. rest];
}
