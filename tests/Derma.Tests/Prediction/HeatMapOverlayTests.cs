using Derma.Prediction;

namespace Derma.Tests.Prediction;

public class HeatMapOverlayTests
{
    static readonly PreparedPhoto grey = new(8, [.. Enumerable.Repeat((byte)100, 8 * 8 * 3)], []);

    [Fact]
    public void Where_nothing_speaks_for_the_answer_the_photo_is_as_it_was() =>
        Assert.Equal(grey.Rgb, HeatMapOverlay.Paint(grey, new HeatMapGrid(2, 2, [0, 0, 0, 0], Exact: true)));

    [Fact]
    public void Where_most_does_it_is_reddest()
    {
        var painted = HeatMapOverlay.Paint(grey, new HeatMapGrid(2, 2, [0, 1, 0, 0], Exact: true));
        int Redness(int x, int y) => painted[(y * 8 + x) * 3] - painted[(y * 8 + x) * 3 + 1];
        var places = from y in Enumerable.Range(0, 8) from x in Enumerable.Range(0, 8) select (x, y);
        Assert.Equal((7, 0), places.MaxBy(place => (Redness(place.x, place.y), place.x - place.y)));
        Assert.Equal(0, Redness(0, 7));
    }
}
