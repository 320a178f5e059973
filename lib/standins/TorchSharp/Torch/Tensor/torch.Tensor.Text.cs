namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public override string ToString()
            => IsInvalid ? "Tensor (disposed)" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";
    }
}
