using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            /// <summary>Scales all gradients by one factor so that their norm as one vector is at most max_norm; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var quiet = no_grad();
                using var scope = NewDisposeScope();
                Tensor[] gradients = [.. tensors.Select(p => p.grad).OfType<Tensor>()];
                if (gradients.Length == 0) return 0;
                var norms = stack(gradients.Select(g => g.norm((float)norm_type)));
                var total = norms.norm((float)norm_type).ToDouble();
                var factor = max_norm / (total + 1e-6);
                if (factor < 1) foreach (var gradient in gradients) gradient.mul_(factor);
                return total;
            }
        }
    }
}
