using System.Collections;
using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>A column of numbers, truth values or times.</summary>
public class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?> where T : unmanaged
{
    readonly List<T?> values;

    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values) : base(name, 0, typeof(T))
    {
        this.values = [.. values];
        Length = this.values.Count;
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values) : this(name, values.Select(value => (T?)value)) { }

    public PrimitiveDataFrameColumn(string name, long length = 0) : this(name, Enumerable.Repeat(default(T), (int)length)) { }

    public override long NullCount => values.LongCount(value => value is null);

    public new T? this[long rowIndex]
    {
        get => values[(int)rowIndex];
        set => values[(int)rowIndex] = value;
    }

    public void Append(T? value)
    {
        values.Add(value);
        Length++;
    }

    public override bool IsNumericColumn() => default(T) is not (bool or char) &&
        typeof(T).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumberBase<>));

    public IEnumerator<T?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override object? GetValue(long rowIndex) => this[rowIndex];

    protected override void SetValue(long rowIndex, object? value) => this[rowIndex] = (T?)value;

    internal override DataFrameColumn Rows(IEnumerable<long> rows) => new PrimitiveDataFrameColumn<T>(Name, rows.Select(row => this[row]));
}
