namespace Plotly.NET.CSharp;

/// <summary>An argument that may be left out; a plain value converts to one.</summary>
public readonly record struct Optional<T>(T Value, bool IsSome)
{
    public static implicit operator Optional<T>(T Value) => new(Value, true);
}
