namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place between the brackets of an indexed tensor.</summary>
    public struct TensorIndex
    {
        enum Kind { Slice, Single, None, Ellipsis, Tensor }

        Kind kind;
        long? start, stop, step;
        Tensor? tensor;

        public static readonly TensorIndex Colon = default;
        public static readonly TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };
        public static readonly TensorIndex None = new() { kind = Kind.None };

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null)
            => new() { start = start, stop = stop, step = step };
        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, start = index };
        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex(Range range)
            => Slice(Bound(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : Bound(range.End));

        internal static Tensor Apply(Tensor source, TensorIndex[] indices)
        {
            var (view, places, _) = View(source, indices);
            return places.Exists(p => p is not null) ? PInvoke.Operator.One("index.Tensor", view, places.ToArray()) : view;
        }

        internal static void Put(Tensor target, Tensor value, TensorIndex[] indices)
        {
            var (view, places, _) = View(target, indices);
            if (places.Exists(p => p is not null)) PInvoke.Operator.Run("index_put_", view, places.ToArray(), value);
            else view.copy_(value);
        }

        static (Tensor View, List<Tensor?> Places, int Dim) View(Tensor source, TensorIndex[] indices)
        {
            var (view, places, dim) = (source.alias(), new List<Tensor?>(), 0);
            var taken = indices.Count(i => i.kind is Kind.Slice or Kind.Single or Kind.Tensor);
            foreach (var index in indices)
            {
                var skipped = index.kind == Kind.Ellipsis ? (int)source.ndim - taken : 0;
                dim += skipped;
                places.AddRange(Enumerable.Repeat<Tensor?>(null, skipped));
                if (index.kind == Kind.Ellipsis) continue;
                view = index.On(view, dim);
                if (index.kind == Kind.Single) continue;
                places.Add(index.tensor);
                dim++;
            }
            return (view, places, dim);
        }

        readonly Tensor On(Tensor view, int dim) => kind switch
        {
            Kind.Single => view.select(dim, start!.Value),
            Kind.None => view.unsqueeze(dim),
            Kind.Slice when start is null && stop is null && step is null => view,
            Kind.Slice => view.slice(dim, start ?? 0, stop ?? long.MaxValue, step ?? 1),
            _ => view,
        };

        static long Bound(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
