using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Registers every field that holds a module, a parameter or a tensor, in the order of the fields, under its name.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in Fields())
                    switch (field.GetValue(this))
                    {
                        case Module child: _internal_submodules[Checked(field.Name)] = Registered(child); break;
                        case Parameter parameter: _internal_params[Checked(field.Name)] = Kept(parameter); break;
                        case Tensor buffer: _internal_buffers[Checked(field.Name)] = (Kept(buffer), true); break;
                    }
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (_internal_submodules.ContainsKey(Checked(name))) throw new InvalidOperationException($"Sub-module {name} is already registered.");
                _internal_submodules.Add(name, Registered(submodule));
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (_internal_buffers.ContainsKey(Checked(name))) throw new InvalidOperationException($"Buffer {name} is already registered.");
                _internal_buffers.Add(name, (Kept(tensor), persistent));
            }

            static Module Registered(Module child)
            {
                child.RegisterComponents();
                return child;
            }

            /// <summary>What a module owns outlives the scope it was made in.</summary>
            static T Kept<T>(T tensor) where T : Tensor
            {
                tensor.DetachFromDisposeScope();
                return tensor;
            }

            static string Checked(string name)
                => name.Contains('.') ? throw new ArgumentException($"The name '{name}' of a module's part must not hold a dot.") : name;

            IEnumerable<FieldInfo> Fields()
            {
                const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                var seen = new HashSet<FieldInfo>();
                for (var type = GetType(); type != typeof(Module); type = type.BaseType!)
                    foreach (var field in type.GetFields(Any | BindingFlags.DeclaredOnly))
                        if (seen.Add(field)) yield return field;
            }
        }
    }
}
