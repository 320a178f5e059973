namespace Microsoft.DotNet.Interactive;

/// <summary>The context of the cell that the current flow of execution belongs to.</summary>
internal static class AmbientContext
{
    static readonly AsyncLocal<KernelInvocationContext?> context = new();

    public static KernelInvocationContext? Context
    {
        get => context.Value;
        set => context.Value = value;
    }
}
