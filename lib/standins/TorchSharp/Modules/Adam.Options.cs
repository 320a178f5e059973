namespace TorchSharp.Modules;

public partial class Adam
{
    public class Options : OptimizerOptions
    {
        public double? beta1, beta2, eps, weight_decay;
        public bool? amsgrad, maximize;

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            foreach (var number in new[] { beta1, beta2, eps, weight_decay }) writer.Write(number!.Value);
            foreach (var flag in new[] { amsgrad, maximize }) writer.Write(flag!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (beta1, beta2, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (amsgrad, maximize) = (reader.ReadBoolean(), reader.ReadBoolean());
        }

        internal void Complete(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            InitialLearningRate = LearningRate!.Value;
            (beta1, beta2, eps) = (beta1 ?? defaults.beta1, beta2 ?? defaults.beta2, eps ?? defaults.eps);
            (weight_decay, amsgrad, maximize) = (weight_decay ?? defaults.weight_decay, amsgrad ?? defaults.amsgrad, maximize ?? defaults.maximize);
        }
    }
}
