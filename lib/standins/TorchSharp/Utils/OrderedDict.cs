using System.Collections;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its keys came.</summary>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)> where TKey : notnull
{
    readonly Dictionary<TKey, TValue> values = [];
    readonly List<TKey> order = [];

    public TValue this[TKey key]
    {
        get => values[key];
        set
        {
            if (!values.ContainsKey(key)) order.Add(key);
            values[key] = value;
        }
    }

    public void Add(TKey key, TValue value)
    {
        values.Add(key, value);
        order.Add(key);
    }

    public bool ContainsKey(TKey key) => values.ContainsKey(key);

    public bool TryGetValue(TKey key, out TValue value) => values.TryGetValue(key, out value!);

    public bool Remove(TKey key) => values.Remove(key) && order.Remove(key);

    public void Clear()
    {
        values.Clear();
        order.Clear();
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => order.Select(key => (key, values[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
