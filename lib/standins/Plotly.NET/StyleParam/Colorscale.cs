namespace Plotly.NET;

public static partial class StyleParam
{
    /// <summary>Colours along [0, 1]: <c>colorscale</c>, as pairs of place and colour.</summary>
    public class Colorscale
    {
        readonly object value;

        Colorscale(object value) => this.value = value;

        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item) =>
            new(item.Select(pair => new object[] { pair.Item1, pair.Item2 }).ToArray());

        public object Convert() => value;
    }
}
