namespace Derma.Training;

using Call = Func<object?[], object>;

/// <summary>The only names that a pickle may refer to. None is looked up anywhere: each is a function of this class, or an element type.</summary>
static class PickleGlobals
{
    static readonly Dictionary<string, object> known = new()
    {
        ["collections.OrderedDict"] = (Call)OrderedDict,
        ["torch._utils._rebuild_tensor_v2"] = (Call)Tensor,
        ["torch._utils._rebuild_parameter"] = (Call)Parameter,
        ["torch.DoubleStorage"] = ElementType.F64, ["torch.FloatStorage"] = ElementType.F32,
        ["torch.HalfStorage"] = ElementType.F16, ["torch.BFloat16Storage"] = ElementType.BF16,
        ["torch.LongStorage"] = ElementType.I64, ["torch.IntStorage"] = ElementType.I32, ["torch.ShortStorage"] = ElementType.I16,
        ["torch.CharStorage"] = ElementType.I8, ["torch.ByteStorage"] = ElementType.U8, ["torch.BoolStorage"] = ElementType.Bool,
    };

    /// <exception cref="PickleException">The name is none of those.</exception>
    public static object Find(string module, string name) => known.TryGetValue($"{module}.{name}", out var found)
        ? found
        : throw new PickleException($"refers to {module}.{name}, which is no tensor");

    /// <summary>What the pickle calls a persistent id: a storage's type, key, device and number of elements.</summary>
    public static PickleStorage Storage(object?[] id) => id is ["storage", ElementType type, string key, _, long count]
        ? new PickleStorage(type, key, count)
        : throw new PickleException("describes a storage in a way that is not understood");

    static object OrderedDict(object?[] arguments) =>
        arguments.Length == 0 ? new OrderedDictionary<object, object?>() : throw new PickleException("makes an OrderedDict from something");

    /// <summary>The arguments after these four say whether it had a gradient and hooks.</summary>
    static object Tensor(object?[] arguments) =>
        arguments is [PickleStorage storage, long offset, object?[] shape, object?[] strides, ..]
            ? new PickleTensor(storage, offset, Numbers(shape), Numbers(strides))
            : throw new PickleException("describes a tensor in a way that is not understood");

    static object Parameter(object?[] arguments) =>
        arguments is [PickleTensor tensor, ..] ? tensor : throw new PickleException("makes a parameter of something that is no tensor");

    static long[] Numbers(object?[] tuple) =>
        [.. tuple.Select(d => d is long number ? number : throw new PickleException("has a size or stride that is no whole number"))];
}
