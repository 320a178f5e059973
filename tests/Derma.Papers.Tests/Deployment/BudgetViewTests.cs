namespace Derma.Papers.Tests;

public class BudgetViewTests
{
    [Fact]
    public void A_phones_own_photo_misses_the_bound_at_ten_megabits_and_a_smaller_one_meets_it()
    {
        var table = BudgetView.Of(serviceSeconds: 0.1, new UplinkOptions(), new DrawnPhoto(600, 450, new byte[60_000])).Parsed();
        var rows = table.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray()).ToArray();
        Assert.Equal(["yes", "yes", "no", "no"], rows.Select(row => row[4]));
        Assert.Equal(["none", "none"], rows[2..].Select(row => row[5])); // 2.4 and 6.4 s on the line alone
    }
}
