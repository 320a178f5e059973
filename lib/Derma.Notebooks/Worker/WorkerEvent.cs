using System.Text.Json.Serialization;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>What the child tells its parent, as JSON, one after the other: that a cell (by its index) begins, that it ends and why it failed, or what it showed.</summary>
internal sealed record WorkerEvent(int Cell)
{
    public bool Begins { get; init; }
    public bool Ends { get; init; }
    public ErrorOutput? Error { get; init; }
    public StreamOutput? Text { get; init; }
    public DisplayOutput? Display { get; init; }
    public ResultOutput? Result { get; init; }

    /// <summary>Characters of the display or result that were not sent.</summary>
    public long Cut { get; init; }
}

/// <summary>Generated serialisation: reflection would cost the child's start too much.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(WorkerJob))]
internal sealed partial class WorkerEventJson : JsonSerializerContext;
