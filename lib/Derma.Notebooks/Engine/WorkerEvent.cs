using System.Text.Json.Serialization;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Engine;

/// <summary>
/// What the child tells its parent, as JSON, one after the other: that a cell (by its index) begins, that it ends and why it failed, or
/// what it showed and how many characters of that were cut.
/// </summary>
internal sealed record WorkerEvent(int Cell, bool Begins = false, bool Ends = false, ErrorOutput? Error = null,
    StreamOutput? Text = null, DisplayOutput? Display = null, ResultOutput? Result = null, long Cut = 0)
{
    /// <summary>The last cell that was to run has ended.</summary>
    public static WorkerEvent Over { get; } = new(-1);
}

/// <summary>Generated serialisation: reflection would cost the child's start too much.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(WorkerJob))]
internal sealed partial class WorkerEventJson : JsonSerializerContext;
