using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>One row of a frame, a view of it.</summary>
public class DataFrameRow : IEnumerable<object?>
{
    readonly DataFrame frame;
    readonly long row;

    internal DataFrameRow(DataFrame frame, long row) => (this.frame, this.row) = (frame, row);

    public IEnumerator<object?> GetEnumerator() => frame.Columns.Select(column => column[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
