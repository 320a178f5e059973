using System.Globalization;
using Microsoft.Data.Analysis;

namespace Standins.Tests.DataAnalysis;

public class DataFrameTests
{
    static DataFrame People() => new(
        new StringDataFrameColumn("name", ["Cy", "Al", "Bo"]),
        new PrimitiveDataFrameColumn<double>("score", new double?[] { 0.5, null, 0.25 }));

    [Fact]
    public void Cells_are_reached_by_row_and_column_and_by_name()
    {
        var frame = People();
        Assert.Equal("Al", frame[1, 0]);
        Assert.Equal(0.25, frame.Rows[2]["score"]);
        Assert.Equal(3, frame.Rows.Count);
        Assert.Equal(1, frame.Columns["score"].NullCount);
    }

    [Fact]
    public void Ordering_puts_nulls_last_and_leaves_the_frame_alone()
    {
        var frame = People();
        Assert.Equal(["Bo", "Cy", "Al"], Names(frame.OrderBy("score")));
        Assert.Equal(["Cy", "Bo", "Al"], Names(frame.OrderByDescending("score")));
        Assert.Equal(["Al", "Bo", "Cy"], Names(frame.OrderBy("score", putNullValuesLast: false)));
        Assert.Equal(["Cy", "Al", "Bo"], Names(frame));
    }

    [Fact]
    public void Rows_can_be_kept_by_a_comparison() =>
        Assert.Equal(["Bo"], Names(People().Filter(People()["name"].ElementwiseEquals("Bo"))));

    [Fact]
    public void The_head_holds_the_first_rows() => Assert.Equal(["Cy", "Al"], Names(People().Head(2)));

    [Fact]
    public void A_column_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => People().Columns.Add(new PrimitiveDataFrameColumn<int>("more", [1])));

    [Fact]
    public void An_unknown_column_is_named() =>
        Assert.Contains("'age'", Assert.Throws<ArgumentException>(() => People()["age"]).Message);

    [Fact]
    public void Numbers_are_told_from_truth_values_and_text()
    {
        Assert.True(People()["score"].IsNumericColumn());
        Assert.False(People()["name"].IsNumericColumn());
        Assert.False(new PrimitiveDataFrameColumn<bool>("b", [true]).IsNumericColumn());
    }

    [Fact]
    public void Values_are_appended_at_the_end()
    {
        var column = new PrimitiveDataFrameColumn<int>("n", [1]);
        column.Append(2);
        column.Append(null);
        Assert.Equal(new int?[] { 1, 2, null }, column);
        Assert.Equal(3, column.Length);
    }

    [Fact]
    public void A_file_has_quotes_where_a_field_needs_them_and_every_digit()
    {
        var path = Path.GetTempFileName();
        var frame = new DataFrame(
            new StringDataFrameColumn("who", ["a,b", "say \"no\"", null]), new PrimitiveDataFrameColumn<double>("share", [0.5, 0.25, 1e-3]));
        DataFrame.SaveCsv(frame, path, cultureInfo: CultureInfo.InvariantCulture);
        Assert.Equal(["who,share", "\"a,b\",0.5", "\"say \"\"no\"\"\",0.25", ",0.001"], File.ReadAllLines(path));
        File.Delete(path);
    }

    static IEnumerable<object?> Names(DataFrame frame) => frame.Rows.Select(row => row["name"]);
}
