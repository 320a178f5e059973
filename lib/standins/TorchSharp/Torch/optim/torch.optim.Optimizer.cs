using TorchSharp.Modules;
using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = [];

            private protected Optimizer()
            {
            }

            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(g => g.Parameters);

            /// <summary>Returns the closure's loss, or null without one.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            /// <summary>Fills the gradients that exist with zeros.</summary>
            public virtual void zero_grad()
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                Tensor[] grads = [.. parameters().Select(p => p.grad).OfType<Tensor>()];
                if (grads.Length > 0) Operator.Run("_foreach_zero_", grads);
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => Free();

            private protected abstract void Free();

            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>For each group, the places of its parameters' states.</summary>
                public List<List<int>> StateIndexRef { get; } = [];

                public List<OptimizerState> State { get; } = [];
            }
        }
    }
}
