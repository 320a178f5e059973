using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>An optimizer in managed code. It is exactly resumable: its state dictionary holds all that its next step depends on.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = new();
    protected OrderedDict<nint, OptimizerState> _state = new();

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add([.. group.Parameters.Select((_, i) => dictionary.State.Count + i)]);
            dictionary.State.AddRange(group.Parameters.Select(p => _state[p.Handle]));
        }
        return dictionary;
    }

    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write(own.Options.Count);
        writer.Write(own.State.Count);
        own.Options.ForEach(o => o.SaveStateDict(writer));
        own.State.ForEach(s => s.SaveStateDict(writer));
    }

    public void load_state_dict(BinaryReader reader)
    {
        var own = state_dict();
        var name = reader.ReadString();
        if (name != GetType().Name) throw new InvalidDataException($"The state of {name} cannot be loaded into {GetType().Name}.");
        Require(own, reader.ReadInt32(), reader.ReadInt32());
        using var _ = no_grad();
        own.Options.ForEach(o => o.LoadStateDict(reader));
        own.State.ForEach(s => s.LoadStateDict(reader));
    }

    /// <summary>Disposes the states. The real package has no override of <c>Dispose</c> here, so this must not be one.</summary>
    private protected override void Free()
    {
        foreach (var (_, state) in _state) (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    /// <summary>Runs the closure with gradients on, then `body` for each group with gradients off.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
            using (enable_grad()) loss = loss_closure();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups) body((T)group);
        return loss;
    }

    /// <summary>The parameters of a group that have gradients, their gradients and states.</summary>
    private protected (Tensor[] Parameters, Tensor[] Gradients, TState[] States) Trained<TState>(ParamGroup group, bool maximize)
        where TState : OptimizerState
    {
        var pairs = group.Parameters.Select(p => (Parameter: p, Gradient: p.grad)).Where(p => p.Gradient is not null).ToArray();
        Tensor[] gradients = [.. pairs.Select(p => p.Gradient!)];
        return ([.. pairs.Select(p => p.Parameter)], maximize ? PInvoke.Operator.Many("_foreach_neg", gradients) : gradients,
            [.. pairs.Select(p => (TState)_state[p.Parameter.Handle])]);
    }

    private protected void Add(ParamGroup group, Func<Parameter, OptimizerState> state)
    {
        base.add_param_group(group);
        foreach (var parameter in group.Parameters)
        {
            var made = _state[parameter.Handle] = state(parameter);
            made.Initialize(group.Options);
        }
    }

    static void Require(StateDictionary own, int options, int states)
    {
        if (own.Options.Count != options || own.State.Count != states)
            throw new ArgumentException(
                $"The loaded optimizer state has {options} groups of {states} parameters; "
                + $"this optimizer has {own.Options.Count} of {own.State.Count}.");
    }
}
