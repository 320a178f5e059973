using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Events;

public abstract class DisplayEvent : KernelEvent
{
    internal DisplayEvent(object? value, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues, string? valueId) : base(command) =>
        (Value, ValueId, FormattedValues) = (value, valueId, formattedValues ?? []);

    public object? Value { get; }

    public string? ValueId { get; }

    public IReadOnlyCollection<FormattedValue> FormattedValues { get; }
}
