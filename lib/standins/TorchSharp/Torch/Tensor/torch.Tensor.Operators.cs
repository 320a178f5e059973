namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool Equals(Tensor target) => PInvoke.Operator.Value("equal", this, target).Bits != 0;
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);
        public override int GetHashCode() => base.GetHashCode();

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);
        // Unused, but without them C# would silently compare references.
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);
        public static Tensor operator !=(Tensor left, Tensor right) => PInvoke.Operator.One("ne.Tensor", left, right);
    }
}
