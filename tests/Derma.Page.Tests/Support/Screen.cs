namespace Derma.Page.Tests.Support;

/// <summary>The two sizes that the page is tested at.</summary>
public enum Screen
{
    /// <summary>390 x 844, with touch.</summary>
    Phone,

    /// <summary>1280 x 800, with a mouse.</summary>
    Desktop,
}
