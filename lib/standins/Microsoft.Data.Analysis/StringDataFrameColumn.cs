using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A column of text.</summary>
public class StringDataFrameColumn : DataFrameColumn, IEnumerable<string?>
{
    readonly List<string?> values;

    public StringDataFrameColumn(string name, IEnumerable<string?> values) : base(name, 0)
    {
        this.values = [.. values];
        Length = this.values.Count;
    }

    public new string? this[long rowIndex] => values[(int)rowIndex];

    public IEnumerator<string?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override object? GetValue(long rowIndex) => this[rowIndex];
}
