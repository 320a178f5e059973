using System.Text.RegularExpressions;

namespace Derma.Training;

/// <summary>Loads weights that were trained elsewhere, by torchvision's names.</summary>
public static partial class Pretrained
{
    /// <summary>
    /// Copies the weights of a safetensors file, or of a PyTorch zip file (.pth, .pt) that holds tensors in a dict, alone or under
    /// <c>state_dict</c> or <c>model</c>. No code of the file is run. Half, bfloat16 and double precision become the network's. DenseNet's old
    /// names (<c>norm.1</c>) are understood, and batch norms may lack their counter of batches. Either everything is loaded or nothing.
    /// </summary>
    /// <param name="model">The network; its weights are overwritten.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What may differ; by default nothing.</param>
    /// <returns>What became of each tensor.</returns>
    /// <exception cref="WeightFileError">The file is damaged, would run code, or does not fit; the network is as it was.</exception>
    public static PretrainedReport Load(Classifier model, string path, PretrainedOptions? options = null)
    {
        options ??= new PretrainedOptions();
        using var source = WeightSource.Open(path);
        var plan = WeightPlan.Match(path, StateDict.Of(model), Renamed(path, source.Tensors), new WeightRules
        {
            AllowMissing = options.AllowMissing, AllowUnexpected = options.AllowUnexpected, AllowMissingCounters = true,
            Head = model.HeadName, KeepHead = options.ReplaceHead,
        });
        plan.Copy();
        return new PretrainedReport(source.Format, [.. plan.Loaded], plan.Skipped, plan.Missing, plan.Unexpected);
    }

    static List<StoredTensor> Renamed(string path, IReadOnlyList<StoredTensor> tensors)
    {
        var renamed = tensors.Select(t => t with { Name = OldDenseNetName().Replace(t.Name, "$1$2") }).ToList();
        if (renamed.CountBy(t => t.Name).FirstOrDefault(names => names.Value > 1).Key is { } twice)
            throw new WeightFileError(path, twice, $"{path} names tensor {twice} twice, DenseNet's old names included. Keep one.");
        return renamed;
    }

    /// <summary>The rule by which torchvision itself renames the tensors of densenet121-a639ec97.pth.</summary>
    [GeneratedRegex(@"^(.*denselayer\d+\.(?:norm|relu|conv))\.((?:[12])\.(?:weight|bias|running_mean|running_var))$")]
    private static partial Regex OldDenseNetName();
}
