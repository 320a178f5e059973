using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes) =>
        new(context.Sink, value, mimeTypes);

    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
        new(context.Sink, value, mimeType);
}
