using AngleSharp.Dom;
using Microsoft.Data.Analysis;

namespace Derma.Papers.Tests;

public class TablesTests
{
    static readonly IDocument Page = Tables.Of(
        ["class", "photos", "share"], [["a <b>", 1976438, 1.0 / 3], ["c & d", 7, null], ["e", -12, double.NaN]], "Classes & shares").Parsed();

    [Fact]
    public void A_table_has_a_caption_and_headers_of_columns_and_rows()
    {
        Assert.Equal("Classes & shares", Page.QuerySelector("caption")!.TextContent);
        Assert.Equal(["class", "photos", "share"], Page.QuerySelectorAll("th[scope=col]").Select(cell => cell.TextContent));
        Assert.Equal(["a <b>", "c & d", "e"], Page.QuerySelectorAll("th[scope=row]").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Numbers_have_thousands_apart_and_four_decimals_and_what_is_missing_a_dash() =>
        Assert.Equal(["1,976,438", "0.3333", "7", "–", "-12", "–"], Page.QuerySelectorAll("td").Select(cell => cell.TextContent));

    [Fact]
    public void Only_columns_of_numbers_stand_right() =>
        Assert.Equal([false, true, true], Page.QuerySelectorAll("thead th").Select(cell => cell.ClassList.Contains("dw-n")));

    [Fact]
    public void A_data_frame_shows_its_columns_and_rows()
    {
        var frame = new DataFrame(new StringDataFrameColumn("name", ["x", "y"]), new PrimitiveDataFrameColumn<int>("n", [1, 2]));
        Assert.Equal(["name", "n", "x", "1", "y", "2"], Tables.Of(frame).Parsed().QuerySelectorAll("th,td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_table_without_rows_shows_its_headers() =>
        Assert.Equal(2, Tables.Of(["a", "b"], []).Parsed().QuerySelectorAll("th").Length);
}
