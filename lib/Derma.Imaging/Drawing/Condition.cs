namespace Derma.Imaging;

/// <summary>One class of a recipe: how it is named, how common it is and how it is drawn.</summary>
/// <param name="Name">The class, which is also the folder's name.</param>
/// <param name="Count">Its photos in the published training set, or a number of our own where none is published; only the proportions are used.</param>
/// <param name="LookAlikes">The names of the classes it is taken for.</param>
/// <param name="Parts">What is drawn, in this order, the body of the lesion first.</param>
public sealed record Condition(string Name, int Count, IReadOnlyList<string> LookAlikes, params IReadOnlyList<LesionPart> Parts);
