namespace Derma.Training;

/// <summary>The memory of one or more tensors: an entry of the zip file.</summary>
/// <param name="Type">Element type.</param>
/// <param name="Key">Name of the entry below <c>data/</c>.</param>
/// <param name="Count">Number of elements.</param>
sealed record PickleStorage(ElementType Type, string Key, long Count);
