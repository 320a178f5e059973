using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of a frame, first to last.</summary>
public class DataFrameRowCollection : IEnumerable<DataFrameRow>
{
    readonly DataFrame frame;

    internal DataFrameRowCollection(DataFrame frame) => this.frame = frame;

    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        var count = frame.Columns.Count == 0 ? 0 : frame.Columns[0].Length;
        for (long row = 0; row < count; row++) yield return new DataFrameRow(frame, row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
