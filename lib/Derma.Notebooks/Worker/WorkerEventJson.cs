using System.Text.Json.Serialization;

namespace Derma.Notebooks.Worker;

/// <summary>Generated serialisation: reflection would cost the child's start too much.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(WorkerJob))]
internal sealed partial class WorkerEventJson : JsonSerializerContext;
