using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
