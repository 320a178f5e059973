using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Operator.One("zeros", size, dtype ?? float32, Argument.None, device));
    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Operator.One("ones", size, dtype ?? float32, Argument.None, device));
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([size], dtype, device, requires_grad);
    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Operator.One("empty.memory_format", size, dtype ?? float32, Argument.None, device));

    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Operator.One("full", size, value, dtype ?? float32, Argument.None, device));
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => full([size], value, dtype, device, requires_grad);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Operator.One("zeros_like", input, dtype, Argument.None, device));

    internal static Tensor Grad(bool requires_grad, Tensor tensor) => requires_grad ? tensor.requires_grad_() : tensor;
}
