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

        static byte Flag(bool on) => on ? (byte)1 : (byte)0;
    }
}
