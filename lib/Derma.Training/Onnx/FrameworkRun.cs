using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What the training framework makes of photos: what a model file is held against.</summary>
/// <param name="Logits">photos x classes of the first network.</param>
/// <param name="Probabilities">photos x classes, the weighted mean over the networks.</param>
public sealed record FrameworkRun(float[] Logits, float[] Probabilities)
{
    /// <param name="members">Networks in evaluation mode, each with its weight in the vote.</param>
    /// <param name="photos">Pixels in [0, 1].</param>
    public static FrameworkRun Of(IReadOnlyList<(Classifier Model, double Weight)> members, PixelBatch photos)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor[] logits = [.. members.Select(member => member.Model.call(TensorBatch.Pixels(photos, member.Model)))];
        var sum = zeros([photos.Count, members[0].Model.Classes]);
        for (var i = 0; i < members.Count; i++) sum.add_(members[i].Model.Head.Probabilities(logits[i]).mul(members[i].Weight));
        return new FrameworkRun(logits[0].data<float>().ToArray(), sum.data<float>().ToArray());
    }
}
