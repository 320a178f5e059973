namespace Derma.Core;

/// <summary>Facts about element types.</summary>
public static class ElementTypes
{
    static readonly Dictionary<string, ElementType> byName = Enum.GetValues<ElementType>().ToDictionary(Name);

    /// <summary>The name in a safetensors header.</summary>
    public static string Name(this ElementType type) => type.ToString().ToUpperInvariant();

    public static bool TryParse(string? name, out ElementType type) => byName.TryGetValue(name ?? "", out type);

    public static bool IsFloatingPoint(this ElementType type) =>
        type is ElementType.F16 or ElementType.BF16 or ElementType.F32 or ElementType.F64;

    public static int Size(this ElementType type) => type switch
    {
        ElementType.Bool or ElementType.U8 or ElementType.I8 => 1,
        ElementType.I16 or ElementType.F16 or ElementType.BF16 => 2,
        ElementType.I32 or ElementType.F32 => 4,
        ElementType.I64 or ElementType.F64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
