using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class ModuleList<T> : nn.Module, IEnumerable<T> where T : nn.Module
{
    readonly List<T> list = [];

    public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => extend(modules);

    public int Count => list.Count;

    public T this[int index] => list[index];

    public void Add(T item)
    {
        register_module(list.Count.ToString(), item);
        list.Add(item);
    }

    public void append(params T[] parameters) => extend(parameters);

    public void extend(IEnumerable<T> modules)
    {
        foreach (var module in modules) Add(module);
    }

    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
