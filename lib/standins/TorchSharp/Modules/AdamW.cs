using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam whose weight decay shrinks the parameters themselves instead of joining the gradient.</summary>
public class AdamW : OptimizerHelper
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        => add_param_group(new Adam.ParamGroup(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.InitialLearningRate = param_group.LearningRate;
        Add(param_group, p => new Adam.State(p));
    }

    public override Tensor? step(Func<Tensor>? closure = null) => _step<Adam.ParamGroup>(Step, closure);

    void Step(Adam.ParamGroup group)
    {
        var options = group.Options;
        var (parameters, gradients, states) = Trained<Adam.State>(group, options.maximize!.Value);
        if (parameters.Length == 0) return;
        Operator.Run("_foreach_mul_.Scalar", parameters, 1 - options.LearningRate!.Value * options.weight_decay!.Value);
        AdamMath.Step(parameters, gradients, states, options);
    }
}
