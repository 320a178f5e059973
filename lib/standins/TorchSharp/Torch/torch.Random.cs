using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Grad(requires_grad, Operator.One("rand.generator", size, generator, dtype ?? float32, Argument.None, device));
    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([size], dtype, device, requires_grad, generator);
    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([rows, columns], dtype, device, requires_grad, generator);
    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
        => rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Grad(requires_grad, Operator.One("randn.generator", size, generator, dtype ?? float32, Argument.None, device));
    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([size], dtype, device, requires_grad, generator);
    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([rows, columns], dtype, device, requires_grad, generator);
    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
        => randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randint(0, high, size, dtype, device, requires_grad, generator);
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
        => Grad(requires_grad, Operator.One("randint.low_generator", low, high, size, generator, dtype ?? int64, Argument.None, device));

    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Grad(requires_grad, Operator.One("randperm.generator", n, generator, dtype ?? int64, Argument.None, device));

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null)
        => Operator.One("multinomial", input, num_samples, replacement, generator);

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Operator.One("bernoulli", input, generator);
}
