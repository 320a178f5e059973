namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public class Device
    {
        public Device(DeviceType deviceType, int index = -1)
            => (type, this.index) = (deviceType, index < 0 ? DefaultIndex(deviceType) : index);

        public DeviceType type { get; }

        public int index { get; }

        public override string ToString() => type == DeviceType.CPU ? "cpu" : $"{type.ToString().ToLowerInvariant()}:{index}";

        static int DefaultIndex(DeviceType type) => type == DeviceType.CPU ? -1 : 0;
    }
}
