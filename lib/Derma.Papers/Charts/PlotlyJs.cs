using Plotly.NET;

namespace Derma.Papers;

/// <summary>plotly.js as Plotly.NET's own assembly carries it, so that charts are drawn by the version that they are made for, without a
/// network.</summary>
public static class PlotlyJs
{
    /// <summary>The library, 3.6 MB of JavaScript.</summary>
    /// <exception cref="InvalidOperationException">The package carries none; another version of it may not.</exception>
    public static string Code
    {
        get
        {
            var assembly = typeof(GenericChart).Assembly;
            var name = assembly.GetManifestResourceNames().FirstOrDefault(name => name.EndsWith(".min.js", StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"{assembly.GetName().Name} carries no plotly.js.");
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The library as a script element, for pages that do not bring it.</summary>
    public static string Element => $"<script>{Code}</script>";
}
