namespace Microsoft.Data.Analysis;

/// <summary>A table in memory: named columns of equal length.</summary>
public class DataFrame
{
    public DataFrame(params DataFrameColumn[] columns) : this((IEnumerable<DataFrameColumn>)columns) { }

    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        foreach (var column in columns) Columns.Add(column);
        Rows = new DataFrameRowCollection(this);
    }

    public DataFrameColumnCollection Columns { get; } = new();

    public DataFrameRowCollection Rows { get; }
}
