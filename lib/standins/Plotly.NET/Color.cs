using Newtonsoft.Json;

namespace Plotly.NET;

/// <summary>A colour as CSS writes it.</summary>
[JsonConverter(typeof(ColorWriter))]
public class Color
{
    Color(string value) => Value = value;

    public object Value { get; }

    public static Color fromString(string c) => new(c);

    public override bool Equals(object? other) => other is Color color && Value.Equals(color.Value);

    public override int GetHashCode() => Value.GetHashCode();
}
