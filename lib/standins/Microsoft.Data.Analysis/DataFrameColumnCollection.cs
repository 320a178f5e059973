using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

/// <summary>The columns of a frame, by place and by name; all have the same length.</summary>
public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    internal DataFrameColumnCollection() { }

    public int IndexOf(string columnName)
    {
        for (var index = 0; index < Count; index++)
            if (this[index].Name == columnName) return index;
        return -1;
    }

    protected override void InsertItem(int columnIndex, DataFrameColumn column)
    {
        if (Count > 0 && column.Length != this[0].Length)
            throw new ArgumentException($"Column \"{column.Name}\" has {column.Length} rows, the frame {this[0].Length}.", nameof(column));
        if (IndexOf(column.Name) >= 0) throw new ArgumentException($"There already is a column \"{column.Name}\".", nameof(column));
        base.InsertItem(columnIndex, column);
    }
}
