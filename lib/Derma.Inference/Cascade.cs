namespace Derma.Inference;

/// <summary>How an answer came about.</summary>
public enum AnswerPolicy
{
    /// <summary>One network answers everything.</summary>
    Single,

    /// <summary>All networks of an ensemble answer everything.</summary>
    Vote,

    /// <summary>A small network answers where it is sure enough, the vote answers the rest.</summary>
    Cascade,

    /// <summary>One small network answers, which has learnt from an ensemble's answers.</summary>
    Distilled,
}

/// <summary>The policies in words.</summary>
public static class AnswerPolicies
{
    /// <summary>What answers, for a reader.</summary>
    /// <param name="policy">The policy.</param>
    public static string Words(AnswerPolicy policy) => policy switch
    {
        AnswerPolicy.Vote => "a vote of several networks",
        AnswerPolicy.Cascade => "a cascade: a small network where it is sure enough, else the vote",
        AnswerPolicy.Distilled => "a small network that learnt from a vote",
        _ => "one network",
    };
}

/// <summary>Which network of an ensemble is asked first, and when its word is enough.</summary>
/// <param name="Network">Its name.</param>
/// <param name="File">Name of its own model file, which lies beside the ensemble's.</param>
/// <param name="From">The calibrated confidence from which it answers alone, chosen on validation photos.</param>
/// <param name="Alone">Share of the validation photos that it answers alone, 0 to 1.</param>
public sealed record CascadeInfo(string Network, string File, double From, double Alone)
{
    /// <summary>Opens the network that is asked first.</summary>
    /// <param name="ensemble">Path of the ensemble's file.</param>
    /// <param name="info">What that file says of itself.</param>
    /// <param name="options">How to answer.</param>
    /// <exception cref="UserError">The ensemble knows no cascade, or the network's file is missing or of another run.</exception>
    internal static OnnxModel Open(string ensemble, ModelInfo info, PredictorOptions options)
    {
        var cascade = info.Cascade ?? throw new UserError(
            $"{ensemble} knows no cascade: it is one network, or was written by an older version. "
                + "'./workbook export' writes one that does.");
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ensemble))!, cascade.File);
        if (!System.IO.File.Exists(path))
            throw new UserError($"The cascade of {ensemble} asks {path} first, and that is not there; './workbook export' writes both.");
        var first = OnnxModel.Load(path, options);
        if (first.Info.ImageSize == info.ImageSize && first.Info.Run == info.Run
            && first.Info.Classes.SequenceEqual(info.Classes)) return first;
        first.Dispose();
        throw new UserError($"{path} is of another run, size or classes than {ensemble}; './workbook export' writes both anew.");
    }
}
