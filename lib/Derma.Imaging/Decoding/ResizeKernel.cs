namespace Derma.Imaging;

/// <summary>For each output position the run of input positions that it averages, with weights that add up to 1.</summary>
/// <remarks>
/// The triangle filter, widened by the ratio when shrinking, so that no input pixel is passed over: what PIL calls BILINEAR and
/// torchvision <c>antialias=True</c>.
/// </remarks>
public sealed class ResizeKernel
{
    readonly int[] starts;
    readonly int[] counts;
    readonly float[] weights;
    readonly int stride;

    public ResizeKernel(int from, int to)
    {
        var scale = (double)from / to;
        var reach = Math.Max(1, scale);
        stride = (int)Math.Ceiling(reach) * 2 + 1;
        (starts, counts, weights) = (new int[to], new int[to], new float[to * stride]);
        for (var i = 0; i < to; i++) Fill(i, (i + 0.5) * scale, reach, from);
    }

    public int Start(int output) => starts[output];

    public ReadOnlySpan<float> Weights(int output) => weights.AsSpan(output * stride, counts[output]);

    void Fill(int output, double center, double reach, int from)
    {
        var first = Math.Max(0, (int)(center - reach + 0.5));
        var last = Math.Min(from, (int)(center + reach + 0.5));
        (starts[output], counts[output]) = (first, last - first);
        var run = weights.AsSpan(output * stride, last - first);
        var sum = 0.0;
        for (var k = 0; k < run.Length; k++) sum += run[k] = (float)Math.Max(0, 1 - Math.Abs((first + k + 0.5 - center) / reach));
        foreach (ref var weight in run) weight = (float)(weight / sum);
    }
}
