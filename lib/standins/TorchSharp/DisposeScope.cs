using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Disposes, at its end, every tensor that was made on its thread while it was the innermost scope.</summary>
public sealed class DisposeScope : IDisposable
{
    readonly DisposeScopeManager manager;
    readonly HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);
    bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer) => (this.manager, OuterScope) = (manager, outer);

    internal DisposeScope? OuterScope { get; }

    public int DisposablesCount => disposables.Count;

    public void Attach(IDisposable disposable)
    {
        if (disposable is not Tensor tensor) disposables.Add(disposable);
        else Own(tensor);
    }

    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Detach(disposable);
        OuterScope?.Attach(disposable);
        return disposable;
    }

    public T Detach<T>(T disposable) where T : IDisposable
    {
        disposables.Remove(disposable);
        if (disposable is Tensor tensor && tensor.OwningDisposeScope == this) tensor.OwningDisposeScope = null;
        return disposable;
    }

    public void MarkAsDisposed(IDisposable disposable) => Detach(disposable);

    public void DisposeEverything() => DisposeEverythingBut(Array.Empty<IDisposable>());

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var kept = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in disposables.Where(d => !kept.Contains(d)).ToArray())
        {
            Detach(disposable);
            disposable.Dispose();
        }
    }

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        DisposeEverything();
        manager.Remove(this);
    }

    internal void Own(Tensor tensor)
    {
        tensor.OwningDisposeScope?.Detach(tensor);
        tensor.OwningDisposeScope = this;
        disposables.Add(tensor);
    }
}
