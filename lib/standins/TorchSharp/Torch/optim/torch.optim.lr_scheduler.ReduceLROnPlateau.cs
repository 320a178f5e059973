namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class ReduceLROnPlateau : LRScheduler
                {
                    readonly bool lower, relative;
                    readonly double factor, threshold, eps;
                    readonly int patience, cooldown;
                    readonly IList<double>? min_lr;
                    double best;
                    int bad, cooling;

                    internal ReduceLROnPlateau(
                        Optimizer optimizer, string mode, double factor, int patience, double threshold, string threshold_mode,
                        int cooldown,
                        IList<double>? min_lr, double eps) : base(optimizer, 0)
                    {
                        if (factor >= 1) throw new ArgumentException("Factor should be < 1.0");
                        (lower, relative) = (mode == "min", threshold_mode == "rel");
                        (this.factor, this.threshold, this.eps) = (factor, threshold, eps);
                        (this.patience, this.cooldown, this.min_lr) = (patience, cooldown, min_lr);
                        best = lower ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    public override void step(int? epoch)
                        => throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler.");

                    public override void step(double current, int? epoch = null)
                    {
                        this.epoch = epoch ?? this.epoch + 1;
                        var better = Better(current);
                        (best, bad) = better ? (current, 0) : (best, bad + 1);
                        if (cooling > 0) (cooling, bad) = (cooling - 1, 0);
                        if (bad <= patience) return;
                        for (var i = 0; i < groups.Length; i++) Reduce(groups[i], min_lr is null ? 0 : min_lr[min_lr.Count == 1 ? 0 : i]);
                        (cooling, bad) = (cooldown, 0);
                    }

                    bool Better(double current)
                    {
                        var margin = relative ? Math.Abs(best) * threshold : threshold;
                        if (double.IsInfinity(best)) margin = 0;
                        return lower ? current < best - margin : current > best + margin;
                    }

                    void Reduce(ILearningRateController group, double least)
                    {
                        var lr = Math.Max(group.LearningRate * factor, least);
                        if (group.LearningRate - lr > eps) group.LearningRate = lr;
                    }
                }
            }
        }
    }
}
