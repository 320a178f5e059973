using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

/// <summary>One run of a notebook with a cell for each rule; every cell begins with a comment that names the rule.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public NotebookRun Run { get; private set; } = null!;

    public CellRun this[string rule] => Run.Cells.Single(cell => cell.Cell.Source.StartsWith("// " + rule + "\n", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "setup.dib"), "#!markdown\n\n# Imported\n\n#!csharp\n\nint imported = 40;\n\"from setup\"\n\n#!html\n\n<i>imported</i>\n");
        File.WriteAllText(Path.Combine(folder, "helper.csx"), "int Twice(int x) => 2 * x;");
        Run = await RunText.Async(Text, folder, options => options with { Environment = new Dictionary<string, string> { ["GREETING"] = "hello" } });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    const string Text = """"
        #!csharp
        // set
        var number = 20;
        #!csharp
        // keep
        number + 1
        #!csharp
        // redeclare
        var number = "text"; record Point(int X); record struct Pair(int A);
        number.Length
        #!csharp
        // redeclare type
        record Point(int X, int Y);
        new Point(1, 2).Y
        #!csharp
        // using stays
        using System.Globalization;
        #!csharp
        // using is used
        CultureInfo.InvariantCulture.Name.Length
        #!csharp
        // await
        await Task.Delay(1); await Task.FromResult(7)
        #!csharp
        // statement
        number = "x";
        #!csharp
        // void
        Console.Write("")
        #!csharp
        // null
        (string)null
        #!csharp
        // return
        return 5;
        #!csharp
        // displayed value
        display("once")
        #!csharp
        // console
        Console.WriteLine("out"); Console.Error.WriteLine("err"); Console.WriteLine("again");
        #!csharp
        // console of a task
        await Task.Run(() => Console.Write("from a task"));
        #!csharp
        // progress line
        for (var i = 1; i <= 3; i++) Console.Write($"\rstep {i}/3");
        Console.WriteLine();
        #!csharp
        // display
        display(new { A = 1 }); "b".Display(); "<u>c</u>".DisplayAs("text/html");
        #!csharp
        // html
        HTML("<b>bold</b>")
        #!csharp
        // context
        using Microsoft.DotNet.Interactive;
        var live = KernelInvocationContext.Current.Display("first", "text/html");
        live.Update("second");
        #!csharp
        // update later
        live.Update("third");
        #!csharp
        // formatter
        using Microsoft.DotNet.Interactive.Formatting;
        Formatter.Register<Pair>(pair => $"<em>{pair.A}</em>", "text/html");
        new Pair(3)
        #!csharp
        // two values
        1+1
        #!time
        2+2
        #!csharp
        // import
        #!import setup.dib
        imported + 2
        #!csharp
        // load
        #load "helper.csx"
        Twice(21)
        #!csharp
        // folder
        System.IO.File.Exists("01-test.dib")
        #!csharp
        // environment
        Environment.GetEnvironmentVariable("GREETING")
        #!csharp
        // input
        Console.ReadLine() is null
        #!csharp
        // warning
        int unused() { int x; return 1; }
        #!csharp
        // script and style
        Javascript("let a = 1"); CSS("p { color: red }");
        #!html
        <p>html</p>
        #!javascript
        let js = 1;
        #!mermaid
        graph TD; A-->B
        """";
}
