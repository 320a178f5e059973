using Derma.Notebooks.Results;

namespace Derma.Notebooks.Tests.Results;

public sealed class MathMarkupTests
{
    static string Inline(string tex) => MathMarkup.ToHtml(tex, isBlock: false).Replace("<math display=\"inline\"><mrow>", "").Replace("</mrow></math>", "");

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("1{,}024", "<mn>1,024</mn>")]
    [InlineData("w_c", "<msub><mi>w</mi><mi>c</mi></msub>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("\\sqrt{n}", "<msqrt><mrow><mi>n</mi></mrow></msqrt>")]
    [InlineData("\\sum_i", "<munder><mo>∑</mo><mi>i</mi></munder>")]
    [InlineData("\\text{two words}", "<mtext>two&#160;words</mtext>")]
    [InlineData("a < b", "<mi>a</mi><mo stretchy=\"false\">&lt;</mo><mi>b</mi>")]
    public void Tex_becomes_mathml(string tex, string mathml) => Assert.Equal(mathml, Inline(tex));

    [Theory]
    [InlineData("\\unknown{x}")]
    [InlineData("\\frac{1")]
    [InlineData("x_")]
    public void What_is_not_understood_stays_tex(string tex) => Assert.Equal($"<code class=\"tex\">{tex}</code>", MathMarkup.ToHtml(tex, isBlock: false));
}
