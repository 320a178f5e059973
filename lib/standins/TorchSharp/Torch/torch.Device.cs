namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device CUDA { get; } = new(DeviceType.CUDA);

    public static Device device(string description) => new(description);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static bool cuda_is_available() => cuda.is_available();

    public class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.TryParse<DeviceType>(parts[0], true, out var named) ? named : throw new ArgumentException($"Unknown device '{description}'.");
            index = parts.Length > 1 ? int.Parse(parts[1]) : DefaultIndex(type);
        }

        public Device(DeviceType deviceType, int index = -1)
            => (type, this.index) = (deviceType, index < 0 ? DefaultIndex(deviceType) : index);

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => type == DeviceType.CPU ? "cpu" : $"{type.ToString().ToLowerInvariant()}:{index}";

        static int DefaultIndex(DeviceType type) => type == DeviceType.CPU ? -1 : 0;
    }

    public static partial class cuda
    {
        public static bool is_available() => false;

        public static int device_count() => 0;
    }
}
