using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public sealed class State : OptimizerState, IDisposable
    {
        public Tensor? momentum_buffer;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options) => momentum_buffer = null;

        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        public override void LoadStateDict(BinaryReader reader)
        {
            if (!reader.ReadBoolean()) return;
            momentum_buffer ??= Zeros();
            Load(momentum_buffer, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            if (((State)source).momentum_buffer is not { } other) return;
            momentum_buffer ??= Zeros();
            momentum_buffer.copy_(other);
        }

        public void Dispose() => momentum_buffer?.Dispose();

        internal Tensor Direction(Tensor gradient, Options options)
        {
            var momentum = options.momentum!.Value;
            if (momentum_buffer is null) momentum_buffer = gradient.clone().DetachFromDisposeScope();
            else momentum_buffer.mul_(momentum).add_(gradient, 1 - options.dampening!.Value);
            return options.nesterov!.Value ? gradient.add(momentum_buffer, momentum) : momentum_buffer;
        }
    }
}
