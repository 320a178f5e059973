namespace Derma.Training;

/// <summary>One row of HAM10000's metadata: one photo (Tschandl, Rosendahl, Kittler, Sci. Data 5, 180161, 2018).</summary>
/// <param name="LesionId">The lesion; several photos may show it.</param>
/// <param name="ImageId">File name without extension.</param>
/// <param name="Diagnosis">akiec, bcc, bkl, df, mel, nv or vasc.</param>
/// <param name="Age">Years, where known.</param>
/// <param name="Sex">male, female or unknown.</param>
/// <param name="Localization">Place on the body.</param>
public sealed record LesionRecord(string LesionId, string ImageId, string Diagnosis, double? Age, string Sex, string Localization);
