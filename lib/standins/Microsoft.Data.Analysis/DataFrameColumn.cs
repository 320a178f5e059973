namespace Microsoft.Data.Analysis;

/// <summary>A named column of one type, in which any row may be null.</summary>
public abstract class DataFrameColumn
{
    private protected DataFrameColumn(string name, long length) => (Name, Length) = (name, length);

    public string Name { get; }

    public long Length { get; protected set; }

    public object? this[long rowIndex] => GetValue(rowIndex);

    protected abstract object? GetValue(long rowIndex);
}
