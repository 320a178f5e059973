namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            internal void MoveTo(ScalarType type)
            {
                using var _ = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                    if (tensor.is_floating_point() && tensor.dtype != type) tensor.Replace(tensor.to(type));
            }
        }
    }
}
