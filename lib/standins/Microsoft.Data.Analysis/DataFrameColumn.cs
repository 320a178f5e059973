namespace Microsoft.Data.Analysis;

/// <summary>A named column of one type, in which any row may be null.</summary>
public abstract class DataFrameColumn(string name, long length, Type type)
{
    public string Name { get; } = name;

    public long Length { get; protected set; } = length;

    public Type DataType { get; } = type;

    public abstract long NullCount { get; }

    public object? this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    public virtual bool IsNumericColumn() => false;

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) =>
        new(Name, Enumerable.Range(0, (int)Length).Select(row => Equals(this[row], value)));

    protected abstract object? GetValue(long rowIndex);

    protected abstract void SetValue(long rowIndex, object? value);

    internal abstract DataFrameColumn Rows(IEnumerable<long> rows);
}
