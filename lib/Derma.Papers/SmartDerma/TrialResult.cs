namespace Derma.Papers;

/// <summary>What one trial gave on the validation photos; the test photos have no part in a search.</summary>
/// <param name="Trial">The settings.</param>
/// <param name="Accuracy">Validation accuracy after the last step.</param>
/// <param name="BalancedAccuracy">Mean recall over the classes.</param>
/// <param name="MacroF1">Macro-F1, which ranks the trials.</param>
/// <param name="Loss">Validation loss; infinite where the training diverged.</param>
/// <param name="Seconds">Wall time.</param>
public sealed record TrialResult(Trial Trial, double Accuracy, double BalancedAccuracy, double MacroF1, double Loss, double Seconds);
