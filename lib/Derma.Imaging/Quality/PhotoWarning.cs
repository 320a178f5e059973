namespace Derma.Imaging;

/// <summary>Something about a photo that makes its answer less trustworthy.</summary>
/// <param name="Code">For programs: <c>blurred</c>, <c>dark</c>, <c>over-exposed</c>, <c>not-skin</c>, <c>small</c>.</param>
/// <param name="Text">For people: one sentence, with what to do about it.</param>
public sealed record PhotoWarning(string Code, string Text);
