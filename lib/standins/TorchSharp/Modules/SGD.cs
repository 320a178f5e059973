using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD : OptimizerHelper
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false,
        bool maximize = false)
        => add_param_group(new ParamGroup(parameters, new Options
        {
            LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        }));

    public override void add_param_group(Modules.ParamGroup param_group) => Add(param_group, p => new State(p));

    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var (_, state) in _state) ((State)state).Dispose();
        _state.Clear();
    }

    void Step(ParamGroup group)
    {
        var options = group.Options;
        var (parameters, gradients, states) = Trained<State>(group, options.maximize!.Value);
        if (parameters.Length == 0) return;
        if (options.weight_decay!.Value != 0) gradients = Operator.Many("_foreach_add.List", gradients, parameters, options.weight_decay);
        if (options.momentum!.Value != 0) gradients = [.. states.Select((s, i) => s.Direction(gradients[i], options))];
        Operator.Run("_foreach_add_.List", parameters, gradients, -options.LearningRate!.Value);
    }
}
