using Microsoft.Data.Analysis;

namespace Standins.Tests.DataAnalysis;

public class DataFrameTests
{
    static DataFrame People() => new(
        new StringDataFrameColumn("name", ["Cy", "Al", "Bo"]),
        new PrimitiveDataFrameColumn<double>("score", new double?[] { 0.5, null, 0.25 }));

    [Fact]
    public void Rows_and_columns_hold_the_same_cells()
    {
        var frame = People();
        Assert.Equal([["Cy", 0.5], ["Al", null], ["Bo", 0.25]], frame.Rows.Select(row => row.ToArray()));
        Assert.Equal(["name", "score"], frame.Columns.Select(column => column.Name));
        Assert.Equal("Al", frame.Columns[0][1]);
    }

    [Fact]
    public void A_column_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => People().Columns.Add(new PrimitiveDataFrameColumn<int>("more", [1])));

    [Fact]
    public void A_second_column_of_a_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => People().Columns.Add(new StringDataFrameColumn("name", ["a", "b", "c"])));

    [Fact]
    public void A_column_gives_its_values_in_their_own_type()
    {
        var column = new PrimitiveDataFrameColumn<int>("n", new int?[] { 1, 2, null });
        Assert.Equal(new int?[] { 1, 2, null }, column);
        Assert.Equal(2, column[1]);
        Assert.Equal(3, column.Length);
    }
}
