using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A column of numbers, truth values or times.</summary>
public class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?> where T : unmanaged
{
    readonly List<T?> values;

    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values) : base(name, 0)
    {
        this.values = [.. values];
        Length = this.values.Count;
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values) : this(name, values.Select(value => (T?)value)) { }

    public new T? this[long rowIndex] => values[(int)rowIndex];

    public IEnumerator<T?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override object? GetValue(long rowIndex) => this[rowIndex];
}
