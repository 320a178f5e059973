namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class LambdaLR : LRScheduler
                {
                    readonly Func<int, double> factor;

                    internal LambdaLR(Optimizer optimizer, Func<int, double> factor, int last_epoch) : base(optimizer, last_epoch)
                    {
                        this.factor = factor;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => groups.Select(g => g.InitialLearningRate * factor(epoch));
                }
            }
        }
    }
}
