namespace Derma.Training;

/// <summary>Multiply-adds of one module for one photo.</summary>
/// <param name="Module">Its name in the network.</param>
/// <param name="Count">Multiply-adds of the convolutions and dense layers in it.</param>
public sealed record ModuleMultiplyAdds(string Module, long Count);
