namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters, then all persistent buffers, each in depth-first order. The tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(before + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(before + name, buffer);
                return destination;
            }

            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                List<string> missing = [.. own.Keys.Where(k => !source.ContainsKey(k) && skip?.Contains(k) != true)];
                List<string> unexpected = [.. source.Keys.Where(k => !own.ContainsKey(k) && skip?.Contains(k) != true)];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException(
                        $"The loaded state_dict is not that of {GetName()}. Missing: {string.Join(", ", missing)}. "
                        + $"Unexpected: {string.Join(", ", unexpected)}.");
                using var _ = no_grad();
                foreach (var (key, tensor) in source)
                    if (skip?.Contains(key) != true && own.TryGetValue(key, out var target)) Load(key, target, tensor);
                return (missing, unexpected);
            }

            internal void MoveTo(ScalarType? type, Device? device)
            {
                using var _ = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    var kind = (tensor.is_floating_point() ? type : null) ?? tensor.dtype;
                    if (kind != tensor.dtype || (device ?? tensor.device).type != tensor.device_type)
                        tensor.Replace(tensor.to(kind, device ?? tensor.device));
                }
            }

            static void Load(string key, Tensor target, Tensor source)
            {
                if (!target.shape.AsSpan().SequenceEqual(source.shape))
                    throw new ArgumentException(
                        $"{key} has shape [{string.Join(", ", target.shape)}] and cannot take [{string.Join(", ", source.shape)}].");
                target.copy_(source);
            }
        }
    }
}
