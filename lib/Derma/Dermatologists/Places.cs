namespace Derma.Dermatologists;

/// <summary>Towns that people can type.</summary>
public sealed class Places
{
    /// <summary>Those that come with the library.</summary>
    public static Places Default => throw new NotImplementedException();

    /// <summary>Towns that fit a typed name, the best first.</summary>
    public IReadOnlyList<Place> Find(string text) => throw new NotImplementedException();
}
