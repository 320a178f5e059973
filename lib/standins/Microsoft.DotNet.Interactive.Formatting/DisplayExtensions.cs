using Microsoft.DotNet.Interactive.Formatting;

namespace System;

public static class DisplayExtensions
{
    public static DisplayedValue Display(this object value, params string[] mimeTypes) => new(AmbientDisplay.Required, value, mimeTypes);

    public static DisplayedValue DisplayAs(this string value, string mimeType) => new(AmbientDisplay.Required, value, mimeType);
}
