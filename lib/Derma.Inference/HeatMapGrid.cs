namespace Derma.Inference;

/// <summary>Which parts of a photo speak for the answer: a coarse grid over the upright, square-stretched photo, 0 where nothing does, 1 where most does.</summary>
/// <param name="Width">Cells in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major, Width x Height values in [0, 1].</param>
/// <param name="Exact">Whether it is an exact class activation map (linear head) or Grad-CAM.</param>
public sealed record HeatMapGrid(int Width, int Height, IReadOnlyList<float> Values, bool Exact);
