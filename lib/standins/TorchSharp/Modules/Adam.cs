using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam : OptimizerHelper
{
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
    {
        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        ((Options)param_group.Options).Complete((Options)_defaults);
        Add(param_group, p => new State(p));
    }

    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    void Step(ParamGroup group)
    {
        var options = group.Options;
        var (parameters, gradients, states) = Trained<State>(group, options.maximize!.Value);
        if (parameters.Length == 0) return;
        if (options.weight_decay!.Value != 0) gradients = Operator.Many("_foreach_add.List", gradients, parameters, options.weight_decay);
        AdamMath.Step(parameters, gradients, states, options);
    }
}
