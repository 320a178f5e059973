namespace Microsoft.DotNet.Interactive.Commands;

public abstract class KernelCommand
{
    internal KernelCommand() { }
}
