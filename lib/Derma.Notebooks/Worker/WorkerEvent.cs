using System.Text.Json.Serialization;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>What the child tells its parent, one line of JSON each: that a cell (by its index) begins, that it ends and why it failed, or what it showed.</summary>
internal sealed record WorkerEvent(int Cell)
{
    public bool Begins { get; init; }
    public bool Ends { get; init; }
    public ErrorOutput? Error { get; init; }
    public StreamOutput? Text { get; init; }
    public DisplayOutput? Display { get; init; }
    public ResultOutput? Result { get; init; }
}

/// <summary>Generated serialisation: reflection would cost the child's start too much.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(WorkerJob))]
internal sealed partial class WorkerEventJson : JsonSerializerContext;
