using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe class autograd
    {
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            nint[] outputs = Handles.Of(tensors), sources = Handles.Of(inputs ?? []);
            fixed (nint* output = outputs, grad = grad_tensors is null ? null : Handles.Of(grad_tensors), source = sources)
                NativeMethods.Check(NativeMethods.ts_backward(
                    output, grad, outputs.Length, source, sources.Length, Flag(retain_graph ?? create_graph), Flag(create_graph)));
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        public static IList<Tensor?> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            nint[] ends = Handles.Of(outputs), sources = Handles.Of(inputs), results = new nint[inputs.Count];
            fixed (nint* end = ends, grad = grad_outputs is null ? null : Handles.Of(grad_outputs), source = sources, result = results)
                NativeMethods.Check(NativeMethods.ts_grad(
                    end, grad, ends.Length, source, sources.Length, Flag(retain_graph), Flag(create_graph), Flag(allow_unused), result));
            GC.KeepAlive((outputs, inputs, grad_outputs));
            return [.. results.Select(r => r == 0 ? null : new Tensor(r))];
        }

        static byte Flag(bool on) => on ? (byte)1 : (byte)0;
    }
}
