namespace Derma.Service.Tests;

public class TextWrapTests
{
    // Every letter is one wide.
    static readonly TextWrap Wrap = new(text => text.Length);

    [Theory]
    [InlineData("one two three", 7, "one two|three"), InlineData("one two three", 13, "one two three"), InlineData("  spaces\tand\nbreaks ", 10, "spaces and|breaks")]
    [InlineData("abcdefghij k", 4, "abcd|efgh|ij k"), InlineData("", 5, "")]
    public void Lines_break_between_words_and_within_long_ones(string text, float width, string lines) => Assert.Equal(lines, string.Join('|', Wrap.Wrap(text, width)));

    [Theory, InlineData("one two three four", 7, 2, "one two|three…"), InlineData("one two", 7, 1, "one two"), InlineData("one two three", 8, 1, "one two…")]
    public void What_does_not_fit_ends_in_an_ellipsis(string text, float width, int lines, string expected) =>
        Assert.Equal(expected, string.Join('|', Wrap.Wrap(text, width, lines)));

    [Fact]
    public void A_width_too_small_for_one_letter_still_ends() => Assert.Equal(3, Wrap.Wrap("abc", 0.5f).Count);
}
