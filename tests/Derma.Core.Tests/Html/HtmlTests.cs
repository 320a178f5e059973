namespace Derma.Core.Tests;

public class HtmlTests
{
    [Fact]
    public void Text_in_holes_is_encoded_and_markup_around_them_is_not() =>
        Assert.Equal("<p title='a &quot;b&quot;'>1 &lt; 2 and 0.5</p>", Html.Of($"<p title='{"a \"b\""}'>{"1 < 2"} and {0.5:0.0}</p>").Markup);

    [Fact]
    public void Html_in_holes_stays_html()
    {
        Html[] items = [Html.Of($"<li>{"<"}</li>"), Html.Of($"<li>{"b"}</li>")];
        Assert.Equal("<ul><li>&lt;</li><li>b</li></ul>", Html.Of($"<ul>{items}</ul>").Markup);
        Assert.Equal("<b>x</b>", Html.Of($"{Html.Of($"<b>{'x'}</b>")}").Markup);
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}{default(Html)}</p>").Markup);
}
