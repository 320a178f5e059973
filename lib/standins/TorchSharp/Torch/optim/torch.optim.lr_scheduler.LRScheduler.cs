namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public abstract class LRScheduler
            {
                private protected readonly ILearningRateController[] groups;
                private protected int epoch;

                private protected LRScheduler(Optimizer optimizer, int last_epoch)
                {
                    groups = [.. optimizer.ParamGroups];
                    epoch = last_epoch;
                    if (last_epoch >= 0) return;
                    foreach (var group in groups) group.InitialLearningRate = group.LearningRate;
                }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    this.epoch = epoch ?? this.epoch + 1;
                    foreach (var (group, lr) in groups.Zip(get_lr().ToArray())) group.LearningRate = lr;
                    Stepped();
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => groups.Select(g => g.LearningRate);

                protected virtual IEnumerable<double> get_lr() => get_last_lr();

                private protected virtual void Stepped()
                {
                }
            }
        }
    }
}
