using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Derma.Core;

/// <summary>
/// A piece of HTML. <see cref="Of"/> takes an interpolated string: what stands in it is markup, what is put into its holes is text and is
/// encoded, unless it is a piece of HTML itself.
/// </summary>
/// <param name="Markup">The markup, safe to write into a page.</param>
public readonly record struct Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static Html Empty => new("");

    /// <summary>Markup with encoded holes: <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>.</summary>
    /// <param name="content">The interpolated string.</param>
    public static Html Of(HtmlContent content) => new(content.ToString());

    /// <summary>A text, encoded.</summary>
    /// <param name="text">Any text; null is empty.</param>
    public static Html Text(string? text) => new(WebUtility.HtmlEncode(text ?? ""));

    /// <summary>Pieces one after another.</summary>
    /// <param name="pieces">The pieces.</param>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    /// <inheritdoc/>
    public override string ToString() => Markup ?? "";
}

/// <summary>What the compiler makes of an interpolated string for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlContent
{
    readonly StringBuilder markup;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literals">Characters outside of holes.</param>
    /// <param name="holes">Number of holes.</param>
    public HtmlContent(int literals, int holes) => markup = new StringBuilder(literals + holes * 16);

    /// <summary>Markup between holes.</summary>
    /// <param name="literal">As written.</param>
    public void AppendLiteral(string literal) => markup.Append(literal);

    /// <summary>A piece of HTML as it is.</summary>
    /// <param name="piece">The piece.</param>
    public void AppendFormatted(Html piece) => markup.Append(piece.Markup);

    /// <summary>Pieces of HTML as they are, one after another; anything else as encoded text, numbers as in an invariant culture.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format, as after a colon.</param>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (value is IEnumerable<Html> pieces) markup.Append(Html.Join(pieces).Markup);
        else if (value is IFormattable number) markup.Append(Html.Text(number.ToString(format, CultureInfo.InvariantCulture)).Markup);
        else markup.Append(Html.Text(value?.ToString()).Markup);
    }

    /// <inheritdoc/>
    public override string ToString() => markup.ToString();
}
