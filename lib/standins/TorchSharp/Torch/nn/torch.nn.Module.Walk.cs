using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, child) in _internal_submodules) yield return (name, child);
            }

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, child) in _internal_submodules)
                {
                    yield return (name, child);
                    foreach (var (inner, module) in child.named_modules()) yield return ($"{name}.{inner}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
                => Walk(m => m._internal_params, recurse).DistinctBy(p => p.Item2.Handle);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
                => Walk(m => m._internal_buffers, recurse).Where(b => include_nonpersistent || b.Item2.Item2)
                    .Select(b => (b.Item1, b.Item2.Item1)).DistinctBy(b => b.Item2.Handle);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
                => named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual Parameter? get_parameter(string target)
                => named_parameters().Where(p => p.name == target).Select(p => p.parameter).FirstOrDefault();

            public virtual Tensor? get_buffer(string target)
                => named_buffers().Where(b => b.name == target).Select(b => b.buffer).FirstOrDefault();

            IEnumerable<(string, T)> Walk<T>(Func<Module, IEnumerable<(string, T)>> own, bool recurse)
            {
                foreach (var item in own(this)) yield return item;
                if (!recurse) yield break;
                foreach (var (name, child) in _internal_submodules)
                    foreach (var (inner, item) in child.Walk(own, true)) yield return ($"{name}.{inner}", item);
            }
        }
    }
}
