namespace Derma.Reports;

/// <summary>The texts of <c>data/conditions.json</c>.</summary>
public sealed class ConditionTexts
{
    /// <summary>Those that come with the library.</summary>
    public static ConditionTexts Default => throw new NotImplementedException();

    /// <summary>The text about a class, or null.</summary>
    /// <param name="label">A class name of a data set.</param>
    public ConditionText? Find(string label) => throw new NotImplementedException();
}
