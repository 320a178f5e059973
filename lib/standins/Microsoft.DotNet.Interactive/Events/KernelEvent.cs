using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;

public abstract class KernelEvent
{
    internal KernelEvent(KernelCommand command) => Command = command;

    public KernelCommand Command { get; }
}
