namespace Derma.Training;

/// <summary>How long both forms of a model take.</summary>
/// <param name="Name">The model.</param>
/// <param name="Batch">Photos at once.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Framework">Milliseconds in the training framework.</param>
/// <param name="Onnx">Milliseconds in ONNX Runtime.</param>
public sealed record SpeedRow(string Name, int Batch, int Threads, MeasuredTime Framework, MeasuredTime Onnx)
{
    /// <summary>How many times as fast ONNX Runtime is.</summary>
    public double Factor => Framework.Median / Onnx.Median;
}
