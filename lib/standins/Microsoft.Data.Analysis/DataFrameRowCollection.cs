using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of a frame, first to last.</summary>
public class DataFrameRowCollection : IEnumerable<DataFrameRow>
{
    readonly DataFrame frame;

    internal DataFrameRowCollection(DataFrame frame) => this.frame = frame;

    public long Count => frame.Columns.Count == 0 ? 0 : frame.Columns[0].Length;

    public DataFrameRow this[long index] => new(frame, index);

    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        for (long row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
