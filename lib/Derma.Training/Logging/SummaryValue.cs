using Google.Protobuf;

namespace Derma.Training;

/// <summary>TensorFlow's Summary.Value: tag 1, simple_value 2, image 4, histo 5, tensor 8, metadata 9.</summary>
static class SummaryValue
{
    const int StringType = 7;
    const int Rgb = 3;

    public static Action<CodedOutputStream> Scalar(string tag, float value) => output =>
    {
        output.String(1, tag);
        output.Float(2, value);
    };

    public static Action<CodedOutputStream> Histogram(string tag, HistogramBuckets buckets) => output =>
    {
        output.String(1, tag);
        output.Message(5, histogram =>
        {
            histogram.Double(1, buckets.Min);
            histogram.Double(2, buckets.Max);
            histogram.Double(3, buckets.Count);
            histogram.Double(4, buckets.Sum);
            histogram.Double(5, buckets.SumOfSquares);
            histogram.Doubles(6, buckets.RightEdges);
            histogram.Doubles(7, buckets.Counts);
        });
    };

    public static Action<CodedOutputStream> Image(string tag, ReadOnlySpan<byte> png, int width, int height)
    {
        var encoded = png.ToArray();
        return output =>
        {
            output.String(1, tag);
            output.Message(4, image =>
            {
                image.Int(1, height);
                image.Int(2, width);
                image.Int(3, Rgb);
                image.Bytes(4, encoded);
            });
        };
    }

    /// <summary>Text has no old-style field: it is a string tensor of shape [1] for the plugin "text".</summary>
    public static Action<CodedOutputStream> Text(string tag, string markdown) => output =>
    {
        output.String(1, tag);
        output.Message(8, tensor =>
        {
            tensor.Int(1, StringType);
            tensor.Message(2, shape => shape.Message(2, dimension => dimension.Int(1, 1)));
            tensor.String(8, markdown);
        });
        output.Message(9, metadata =>
        {
            metadata.Message(1, plugin => plugin.String(1, "text"));
            metadata.Int(4, 2);
        });
    };
}
