namespace Derma.Cli.Tests;

public class WaitingTests
{
    [Theory]
    [InlineData("1", "", "turns 3000, policy none")]
    [InlineData("2", "", "turns none, policy passive")]
    [InlineData("1", "active", "turns none, policy active")]
    public void Threads_wait_busily_for_few_turns_side_by_side_for_none_and_as_they_are_told(string jobs, string told, string expected)
    {
        using var workbook = new Workbook(("01-told.dib", """
            #!csharp

            string Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : "none";
            Console.WriteLine($"turns {Of("GOMP_SPINCOUNT")}, policy {Of("OMP_WAIT_POLICY")}");
            """));
        var (_, output, _) = workbook.Run([("OMP_WAIT_POLICY", told), ("GOMP_SPINCOUNT", "")], "run", "--jobs", jobs);
        Assert.Contains(expected, output);
    }
}
