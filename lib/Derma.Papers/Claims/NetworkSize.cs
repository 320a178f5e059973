namespace Derma.Papers;

/// <summary>What one network costs.</summary>
/// <param name="Parameters">Trainable parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds of one photo.</param>
public sealed record NetworkSize(long Parameters, long MultiplyAdds);
