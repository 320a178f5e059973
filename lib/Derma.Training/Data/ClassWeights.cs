namespace Derma.Training;

/// <summary>Weights that make every class count the same in the loss.</summary>
public static class ClassWeights
{
    /// <summary>n / (k · n_c), as scikit-learn's <c>compute_class_weight("balanced")</c>, which the CNN report uses (2.1).</summary>
    /// <param name="countPerClass">Training photos of each class.</param>
    /// <returns>One weight a class; the mean over all photos is 1.</returns>
    /// <exception cref="UserError">A class has no photo.</exception>
    public static float[] Balanced(int[] countPerClass)
    {
        var empty = Array.IndexOf(countPerClass, 0);
        if (empty >= 0) throw new UserError($"Class number {empty} has no training photo, so it has no balanced weight.");
        var total = countPerClass.Sum(n => (long)n);
        return Array.ConvertAll(countPerClass, n => (float)(total / ((double)countPerClass.Length * n)));
    }
}
