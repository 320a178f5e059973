using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share, over all parameters of a group at once.</summary>
internal static class AdamMath
{
    internal static void Step(Tensor[] parameters, Tensor[] gradients, Adam.State[] states, Adam.Options options)
    {
        var (lr, beta1, beta2) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value);
        Tensor[] means = [.. states.Select(s => s.exp_avg)], squares = [.. states.Select(s => s.exp_avg_sq)];
        foreach (var state in states) state.step++;
        Operator.Run("_foreach_mul_.Scalar", means, beta1);
        Operator.Run("_foreach_add_.List", means, gradients, 1 - beta1);
        Operator.Run("_foreach_mul_.Scalar", squares, beta2);
        Operator.Run("_foreach_addcmul_.Scalar", squares, gradients, gradients, 1 - beta2);
        var roots = Operator.Many("_foreach_sqrt", options.amsgrad!.Value ? Largest(states, squares) : squares);
        double[] corrections = [.. states.Select(s => Math.Sqrt(1 - Math.Pow(beta2, s.step)))];
        Operator.Run("_foreach_div_.ScalarList", roots, corrections);
        Operator.Run("_foreach_add_.Scalar", roots, options.eps!.Value);
        double[] sizes = [.. states.Select(s => -lr / (1 - Math.Pow(beta1, s.step)))];
        Operator.Run("_foreach_addcdiv_.ScalarList", parameters, means, roots, sizes);
    }

    static Tensor[] Largest(Adam.State[] states, Tensor[] squares)
    {
        Tensor[] largest = [.. states.Select(s => s.max_exp_avg_sq!)];
        Operator.Run("_foreach_maximum_.List", largest, squares);
        return largest;
    }
}
