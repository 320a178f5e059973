using System.Text.Json.Serialization;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>What the child tells its parent, one line of JSON each: that a cell begins or ends, or what it showed.</summary>
/// <param name="Cell">Index of the cell it is about.</param>
internal sealed record WorkerEvent(int Cell)
{
    public bool Begins { get; init; }

    public bool Ends { get; init; }

    /// <summary>Why the cell failed, where it ends; null where it did not.</summary>
    public ErrorOutput? Error { get; init; }

    /// <summary>Console text.</summary>
    public StreamOutput? Text { get; init; }

    /// <summary>A display, for the first time or anew.</summary>
    public DisplayOutput? Display { get; init; }

    /// <summary>The value of a trailing expression.</summary>
    public ResultOutput? Result { get; init; }
}

/// <summary>Generated serialisation: reflection would cost the child's start too much.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(WorkerJob))]
internal sealed partial class WorkerEventJson : JsonSerializerContext;
