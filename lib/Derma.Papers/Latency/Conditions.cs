namespace Derma.Papers;

/// <summary>Under which conditions times were measured; a time without them says little.</summary>
/// <param name="Network">Which model, and the size of its pictures.</param>
/// <param name="Photo">Which upload.</param>
/// <param name="Way">What lies between client and service, such as "client and service on one machine".</param>
/// <param name="Hardware">On what.</param>
public sealed record Conditions(string Network, string Photo, string Way, HardwareInfo Hardware)
{
    /// <summary>One line for a figure.</summary>
    public string Text => $"{Network}; {Photo}; {Way}; {Hardware.Text}";

    /// <summary>How each of the loads was made.</summary>
    /// <param name="runs">Loads.</param>
    public static string Of(IEnumerable<LoadRun> runs) => string.Join("; ", runs.Select(run =>
        $"{run.Name}: n = {run.Milliseconds.Count}{(run.WarmUp > 0 ? $" after {run.WarmUp} to warm up" : "")}, {run.Pattern}"));
}
