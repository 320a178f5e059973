using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A column of text.</summary>
public class StringDataFrameColumn : DataFrameColumn, IEnumerable<string?>
{
    readonly List<string?> values;

    public StringDataFrameColumn(string name, IEnumerable<string?> values) : base(name, 0, typeof(string))
    {
        this.values = [.. values];
        Length = this.values.Count;
    }

    public StringDataFrameColumn(string name, long length = 0) : this(name, Enumerable.Repeat<string?>(null, (int)length)) { }

    public override long NullCount => values.LongCount(value => value is null);

    public new string? this[long rowIndex]
    {
        get => values[(int)rowIndex];
        set => values[(int)rowIndex] = value;
    }

    public void Append(string? value)
    {
        values.Add(value);
        Length++;
    }

    public IEnumerator<string?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override object? GetValue(long rowIndex) => this[rowIndex];

    protected override void SetValue(long rowIndex, object? value) => this[rowIndex] = (string?)value;

    internal override DataFrameColumn Rows(IEnumerable<long> rows) => new StringDataFrameColumn(Name, rows.Select(row => this[row]));
}
