namespace Derma.Papers.Tests;

public class FinderCheckTests
{
    static DermatologistBody At(string id, double latitude, double longitude, double kilometres) =>
        new(id, "A practice", "", latitude, longitude, kilometres, "unknown", OpenNow: null, Phone: null, Website: null);

    // Along a meridian a degree is 111.195 km on a sphere of 6,371 km.
    static readonly DermatologistBody Near = At("near", 0.01, 0, 1.11195), Far = At("far", 0.05, 0, 5.55975), Outside = At("outside", 0.1, 0, 11.1195);

    [Theory]
    [InlineData(0, 0, 0, 90, 10_007.543)] // a quarter of 2 pi 6,371
    [InlineData(52.5, 13.4, 52.5, 13.4, 0)]
    [InlineData(0, 0, 0.01, 0, 1.11195)]
    [InlineData(90, 0, -90, 77, 20_015.087)]
    public void The_second_formula_gives_distances_known_from_a_circle(double a, double b, double c, double d, double kilometres) =>
        Assert.Equal(kilometres, SphereDistance.Kilometres(a, b, c, d), 0.001);

    [Fact]
    public void A_list_of_all_within_the_radius_in_order_is_right() => Assert.True(FinderCheck.IsRight([Near, Far], [Far, Near, Outside], 0, 0));

    [Fact]
    public void A_list_that_leaves_one_out_is_wrong() => Assert.False(FinderCheck.IsRight([Near], [Near, Far, Outside], 0, 0));

    [Fact]
    public void A_list_with_one_from_outside_is_wrong() => Assert.False(FinderCheck.IsRight([Near, Far, Outside], [Near, Far, Outside], 0, 0));

    [Fact]
    public void A_list_out_of_order_is_wrong() => Assert.False(FinderCheck.IsRight([Far, Near], [Near, Far], 0, 0));

    [Fact]
    public void A_distance_that_is_off_by_a_hundredth_is_wrong() => Assert.False(FinderCheck.IsRight([Near with { Kilometres = 1.123 }], [Near], 0, 0));

    [Fact]
    public void A_practice_named_twice_is_wrong() => Assert.False(FinderCheck.IsRight([Near, Near], [Near], 0, 0));
}
