using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => TensorIndex.Apply(this, indices);
            set => TensorIndex.Put(this, value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => PInvoke.Operator.One("index.Tensor", this, indices);
            set => PInvoke.Operator.Run("index_put_", this, indices, value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => this[TensorIndex.Single(i1)] = value;
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => this[TensorIndex.Single(i1), TensorIndex.Single(i2)];
            set => this[TensorIndex.Single(i1), TensorIndex.Single(i2)] = value;
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => this[TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3)];
            set => this[TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3)] = value;
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3), TensorIndex.Single(i4)];
            set => this[TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3), TensorIndex.Single(i4)] = value;
        }
    }
}
