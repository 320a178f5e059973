namespace Derma.Papers.Tests;

public class NotesTests
{
    [Fact]
    public void A_note_is_known_as_one_and_escapes_its_text()
    {
        var note = Notes.Of("Mind <this>.", "a & b").Parsed().QuerySelector("[role=note]")!;
        Assert.Equal("Mind <this>. a & b", note.TextContent.Trim());
    }

    [Fact]
    public void The_two_notices_say_what_matters()
    {
        Assert.Contains("Not for diagnosis", Notes.NotForDiagnosis.Html);
        Assert.Contains("not patient data", Notes.BuiltInDrawings.Html);
    }
}
