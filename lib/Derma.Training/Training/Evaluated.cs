namespace Derma.Training;

/// <summary>What an evaluation found.</summary>
/// <param name="Loss">Mean loss with the L2 penalty, without class weights.</param>
/// <param name="Accuracy">Share of right answers, 0 to 1.</param>
/// <param name="Confusion">Truth against prediction.</param>
public sealed record Evaluated(double Loss, double Accuracy, RunningConfusion Confusion);
