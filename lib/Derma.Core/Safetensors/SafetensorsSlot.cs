namespace Derma.Core;

/// <summary>Where one tensor lies in a file.</summary>
readonly record struct SafetensorsSlot(string Name, ElementType Type, long[] Shape, long Offset, int Length);
