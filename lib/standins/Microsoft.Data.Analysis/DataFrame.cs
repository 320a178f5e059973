namespace Microsoft.Data.Analysis;

/// <summary>A table in memory: named columns of equal length.</summary>
public partial class DataFrame
{
    public DataFrame(params DataFrameColumn[] columns) : this((IEnumerable<DataFrameColumn>)columns) { }

    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        foreach (var column in columns) Columns.Add(column);
        Rows = new DataFrameRowCollection(this);
    }

    public DataFrameColumnCollection Columns { get; } = new();

    public DataFrameRowCollection Rows { get; }

    public object? this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    public DataFrameColumn this[string columnName] => Columns[columnName];

    public DataFrame Head(int numberOfRows) => Select(AllRows().Take(numberOfRows));

    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter) => Select(AllRows().Where(row => filter[row] == true));

    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true)
    {
        var column = Columns[columnName];
        var nulls = AllRows().Where(row => column[row] is null);
        var others = AllRows().Where(row => column[row] is not null);
        var ordered = ascending ? others.OrderBy(row => column[row]) : others.OrderByDescending(row => column[row]);
        return Select(putNullValuesLast ? ordered.Concat(nulls) : nulls.Concat(ordered));
    }

    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) => OrderBy(columnName, false, putNullValuesLast);

    IEnumerable<long> AllRows()
    {
        for (long row = 0; row < Rows.Count; row++) yield return row;
    }

    DataFrame Select(IEnumerable<long> rows)
    {
        var chosen = rows.ToList();
        return new DataFrame(Columns.Select(column => column.Rows(chosen)));
    }
}
