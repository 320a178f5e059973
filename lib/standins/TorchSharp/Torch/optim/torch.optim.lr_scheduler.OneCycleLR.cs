namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate rises from a fraction to its maximum and falls to next to nothing; momentum goes the other way.</summary>
                public class OneCycleLR : LRScheduler
                {
                    readonly int total;
                    readonly double max_lr, rise, base_momentum, max_momentum, div_factor, final_div_factor;
                    readonly bool cosine, cycle_momentum;

                    internal OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps, double pct_start, AnnealStrategy strategy, bool cycle_momentum,
                        double base_momentum, double max_momentum, double div_factor, double final_div_factor,
                        int last_epoch) : base(optimizer, last_epoch)
                    {
                        if (total_steps <= 0) throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        (this.max_lr, total, cosine) = (max_lr, total_steps, strategy == AnnealStrategy.Cos);
                        (this.cycle_momentum, this.base_momentum, this.max_momentum) = (cycle_momentum, base_momentum, max_momentum);
                        (this.div_factor, this.final_div_factor) = (div_factor, final_div_factor);
                        rise = pct_start * total_steps - 1;
                        if (last_epoch < 0)
                            foreach (var group in groups) group.InitialLearningRate = max_lr / div_factor;
                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    private protected override void Stepped()
                    {
                        if (!cycle_momentum) return;
                        var momentum = At(max_momentum, base_momentum, max_momentum);
                        foreach (var group in groups)
                            if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                            else if (group is IMomentum plain) plain.Momentum = momentum;
                    }

                    protected override IEnumerable<double> get_lr()
                        => groups.Select(_ => At(max_lr / div_factor, max_lr, max_lr / div_factor / final_div_factor));

                    double At(double first, double middle, double last) => epoch <= rise
                        ? Anneal(first, middle, epoch / rise)
                        : Anneal(middle, last, (epoch - rise) / (total - 1 - rise));

                    double Anneal(double from, double to, double share)
                        => cosine ? to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share)) : from + (to - from) * share;
                }
            }
        }
    }
}
