namespace Derma.Service.Tests;

public class OpeningHoursTests
{
    // The first week of 2024 began on a Monday.
    static DateTime At(int day, int hour, int minute = 0) => new(2024, 1, day, hour, minute, 0);

    [Theory]
    [InlineData("24/7", 7, 3, 0, true)]
    [InlineData("Mo-Fr 08:00-17:00", 1, 8, 0, true), InlineData("Mo-Fr 08:00-17:00", 1, 7, 59, false), InlineData("Mo-Fr 08:00-17:00", 5, 17, 0, false)]
    [InlineData("Mo-Fr 08:00-17:00", 6, 12, 0, false)]
    [InlineData("Mo-Fr 08:30-12:00,14:00-18:00", 3, 13, 0, false), InlineData("Mo-Fr 08:30-12:00, 14:00-18:00", 3, 14, 30, true)]
    [InlineData("Mo-Fr 09:00-17:00; We 09:00-12:00", 3, 15, 0, false), InlineData("Mo-Fr 09:00-17:00; We off", 3, 10, 0, false)]
    [InlineData("Mo-Fr 09:00-17:00; We off", 4, 10, 0, true)]
    [InlineData("Mo,We,Fr 9:00-12:00", 5, 10, 0, true), InlineData("Mo,We,Fr 9:00-12:00", 2, 10, 0, false)]
    [InlineData("Sa-Mo 10:00-12:00", 7, 11, 0, true), InlineData("Sa-Mo 10:00-12:00", 2, 11, 0, false)]
    [InlineData("08:00-20:00", 7, 19, 59, true)]
    [InlineData("Mo-Su 00:00-24:00", 7, 23, 59, true)]
    [InlineData("Mo-Fr 08:00-17:00; PH off", 2, 9, 0, true)]
    public void Common_hours_are_understood(string hours, int day, int hour, int minute, bool open) =>
        Assert.Equal(open, OpeningHours.IsOpen(hours, At(day, hour, minute)));

    [Theory]
    [InlineData("by appointment"), InlineData("Mo-Fr 08:00+"), InlineData("Jan-Mar Mo 08:00-12:00"), InlineData("Mo-Fr 22:00-02:00"), InlineData("Mo[1] 09:00-12:00")]
    [InlineData("Mo-Fr 08:00-17:00; week 1-10 off"), InlineData("Mo-Fr sunrise-sunset"), InlineData("Mo-Fr 08:00-17:00 \"by appointment\""), InlineData("Mo-Fr 08:00-26:00")]
    [InlineData("Mo-Fr 08:00-99:00"), InlineData("PH Mo 08:00-12:00"), InlineData("Mo-Fr")]
    public void Anything_else_is_unknown_rather_than_wrong(string hours) => Assert.Null(OpeningHours.IsOpen(hours, At(1, 10)));
}
