using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The run of one cell.</summary>
public class KernelInvocationContext
{
    internal KernelInvocationContext(KernelCommand command, IDisplaySink sink, CancellationToken cancellationToken) =>
        (Command, Sink, CancellationToken) = (command, sink, cancellationToken);

    public static KernelInvocationContext? Current => AmbientContext.Context;

    public KernelCommand Command { get; }

    public CancellationToken CancellationToken { get; }

    internal IDisplaySink Sink { get; }

    /// <summary>Answers to questions, by prompt.</summary>
    internal IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    public void Publish(KernelEvent @event)
    {
        if (@event is DisplayEvent { ValueId: var id } display)
            Sink.Show(id ?? Guid.NewGuid().ToString(), display.FormattedValues, isUpdate: display is DisplayedValueUpdated);
    }

    /// <summary>Makes this the current context of the calling flow of execution and of whatever it starts.</summary>
    internal void Enter() => (AmbientContext.Context, AmbientDisplay.Sink) = (this, Sink);
}
