using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Tests.Running;

public sealed class TerminalTextTests
{
    static string Screen(int maximumLength, params string[] parts)
    {
        var text = new TerminalText(maximumLength);
        foreach (var part in parts) text.Append(part);
        return text.ToString();
    }

    [Theory]
    [InlineData("a\rb", "b")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("10 %\r20 %\r", "20 %")]
    [InlineData("one\ntwo\rthree\n", "one\nthree\n")]
    public void A_carriage_return_starts_the_line_again(string written, string shown) => Assert.Equal(shown, Screen(100, written));

    [Fact]
    public void A_line_end_may_come_in_two_parts() => Assert.Equal("a\nb", Screen(100, "a\r", "\nb"));

    [Fact]
    public void Text_over_the_limit_is_cut_with_a_note() => Assert.Equal("abcd\n[cut: 1,002 more characters]\n", Screen(4, "abcdef", new string('x', 1000)));

    [Fact]
    public void Redrawing_a_line_for_ever_takes_no_space() => Assert.Equal("end", Screen(10, string.Concat(Enumerable.Repeat("\rstep", 1000)), "\rend"));
}
