namespace Derma.Core;

/// <summary>Element types of a safetensors file; the file writes their names in capitals.</summary>
public enum ElementType
{
    /// <summary>One byte, 0 or 1.</summary>
    Bool,
    /// <summary>8-bit unsigned.</summary>
    U8,
    /// <summary>8-bit signed.</summary>
    I8,
    /// <summary>16-bit signed.</summary>
    I16,
    /// <summary>IEEE half precision.</summary>
    F16,
    /// <summary>bfloat16.</summary>
    BF16,
    /// <summary>32-bit signed.</summary>
    I32,
    /// <summary>IEEE single precision.</summary>
    F32,
    /// <summary>64-bit signed.</summary>
    I64,
    /// <summary>IEEE double precision.</summary>
    F64,
}
