namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public interface IModule<T, TResult>
        {
            TResult call(T input1);
        }

        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T input);

            /// <summary>Runs forward between the hooks; a hook that returns a value replaces the input or the output by it.</summary>
            public TResult call(T input)
            {
                foreach (var hook in pre_hooks.Values) input = hook(this, input) ?? input;
                var output = forward(input);
                foreach (var hook in post_hooks.Values) output = hook(this, input, output) ?? output;
                return output;
            }
        }

        public abstract class Module<T1, T2, TResult>
            : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in pre_hooks.Values) (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var output = forward(input1, input2);
                foreach (var hook in post_hooks.Values) output = hook(this, input1, input2, output) ?? output;
                return output;
            }
        }
    }
}
