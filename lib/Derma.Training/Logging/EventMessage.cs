using Google.Protobuf;

namespace Derma.Training;

/// <summary>TensorFlow's Event message: wall_time 1, step 2, file_version 3, summary 5.</summary>
static class EventMessage
{
    public static byte[] Version(double wallTime) => ProtoMessage.Write(output =>
    {
        output.Double(1, wallTime);
        output.String(3, "brain.Event:2");
    });

    public static byte[] Of(double wallTime, long step, Action<CodedOutputStream> value) => ProtoMessage.Write(output =>
    {
        output.Double(1, wallTime);
        output.Int(2, step);
        output.Message(5, summary => summary.Message(1, value));
    });
}
