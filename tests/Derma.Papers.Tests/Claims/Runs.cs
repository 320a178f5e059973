namespace Derma.Papers.Tests;

/// <summary>Conditions of runs, for tests of verdicts.</summary>
static class Runs
{
    public static ClaimContext Drawings { get; } = new()
        { DataSetId = "synthetic", Synthetic = true, Scale = "quick", IsPaperScale = false, OriginalOf = null };

    public static ClaimContext Original { get; } = new()
        { DataSetId = "skindisease", Synthetic = false, Scale = "paper", IsPaperScale = true, OriginalOf = "CNN report" };

    public static ClaimContext OriginalInSmall { get; } = Original with { Scale = "quick", IsPaperScale = false };

    public static ClaimContext OtherPhotos { get; } = Original with { DataSetId = "ham10000-7", OriginalOf = null };

    public static ClaimBook Book(ClaimContext context, string notebook = "19-attempt-09") => new(Ledger.Both, notebook, context);
}
