using Newtonsoft.Json;

namespace Plotly.NET;

/// <summary>A colour as plotly takes it: a CSS colour, or a list of them, one a point.</summary>
[JsonConverter(typeof(ColorWriter))]
public class Color
{
    Color(object value) => Value = value;

    public object Value { get; }

    public static Color fromString(string c) => new(c);

    public static Color fromColors(IEnumerable<Color> c) => new(c.Select(color => color.Value).ToArray());

    public override bool Equals(object? other) => other is Color color && JsonConvert.SerializeObject(this) == JsonConvert.SerializeObject(color);

    public override int GetHashCode() => JsonConvert.SerializeObject(this).GetHashCode();
}
