namespace TorchSharp;

/// <summary>The stack of dispose scopes of one thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] static DisposeScopeManager? ofThread;

    readonly List<DisposeScope> scopes = [];

    internal static DisposeScopeManager OfThread => ofThread ??= new DisposeScopeManager();

    internal DisposeScope? Current => scopes.Count == 0 ? null : scopes[^1];

    internal DisposeScope Open()
    {
        var scope = new DisposeScope(this, Current);
        scopes.Add(scope);
        return scope;
    }

    internal void Remove(DisposeScope scope) => scopes.Remove(scope);
}
