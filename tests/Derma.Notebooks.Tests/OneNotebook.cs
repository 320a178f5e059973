using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests;

/// <summary>One run of a notebook with a cell for each rule; every cell begins with a comment that names the rule.</summary>
[CollectionDefinition(nameof(OneNotebook))]
public sealed class OneNotebook : ICollectionFixture<OneNotebook>, IAsyncLifetime
{
    public NotebookRun Run { get; private set; } = null!;

    public CellRun this[string rule] => Run.Cells.Single(cell => cell.Cell.Source.StartsWith("// " + rule + "\n", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "setup.dib"), "#!markdown\n\n# Imported\n\n#!csharp\n\nint imported = 40;\n\"from setup\"\n\n#!html\n\n<i>imported</i>\n");
        File.WriteAllText(Path.Combine(folder, "helper.csx"), "int Twice(int x) => 2 * x;");
        Run = await RunText.Async(Text, folder, options => options with
        {
            Environment = new Dictionary<string, string> { ["GREETING"] = "hello" },
            Inputs = new Dictionary<string, string> { ["colour"] = "teal", ["Your name"] = "Ada", ["secret"] = "pass" },
        });
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
        #!csharp
        // set literal
        #!set --name literal --value 123
        literal + "|" + literal.GetType().Name
        #!csharp
        // set json text
        #!set --name json --value {"a": [1, 2]}
        json.Length
        #!csharp
        // object to copy
        var list = new List<int> { 1, 2 }; var twenty = 20;
        #!csharp
        // set from csharp
        #!set --name copied --value @csharp:twenty
        copied + "|" + copied.GetType().Name
        #!csharp
        // set object
        #!set --name document --value @csharp:list
        document.RootElement.GetArrayLength() + "|" + document.GetType().Name
        #!csharp
        // set by reference
        #!set --name same --value @csharp:list --byref
        object.ReferenceEquals(same, list)
        #!csharp
        // share
        #!share list --from csharp --as shared
        object.ReferenceEquals(shared, list)
        #!csharp
        // set input
        #!set --name colour --value @input:"Which colour?"
        colour
        #!csharp
        // set input by prompt
        #!set --name who --value @input:"Your name"
        who
        #!csharp
        // set password
        #!set --name secret --value @password
        secret + "|" + secret.GetClearTextPassword()
        #!csharp
        // asked in code
        await GetInputAsync("Your name")
        #!csharp
        // who
        #!who
        #!csharp
        // whos
        #!whos
        #!csharp
        // about
        #!about
        #!csharp
        // list of magics
        #!lsmagic
        #!csharp
        #!value --name text
        two
        lines
        #!csharp
        #!value --name data --from-value {"a":1} --mime-type application/json
        #!csharp
        // share value
        #!share --name text --from value
        #!share --name data --from value
        text + "|" + data.RootElement.GetProperty("a")
        #!csharp
        // import by option
        #!import --file "setup.dib"
        imported
        #!csharp
        // package
        #r "nuget: Markdig, 1.6.0"
        Markdig.Markdown.ToHtml("*a*")
        #!csharp
        // plain text
        "plain"
        #!csharp
        // scalars in a row
        new[] { 1, 2, 3 }
        #!csharp
        // long row
        Enumerable.Range(1, 100)
        #!csharp
        // rows of objects
        new[] { new { A = 1 } }
        #!csharp
        // dictionary
        new Dictionary<string, int> { ["k"] = 1 }
        #!csharp
        // sequences that were never made
        display(default(ArraySegment<int>)); display(new[] { 1, 2 }.ToArray());
        default(System.Collections.Immutable.ImmutableArray<int>)
        #!csharp
        // tags
        using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;
        div[@class: "x"](b("<1>"))
        #!csharp
        // task unawaited
        Task.FromResult(1)
        #!csharp
        // display as
        "x".DisplayAs("text/plain"); display("y", "text/html");
        #!csharp
        // published
        KernelInvocationContext.Current.Publish(new Microsoft.DotNet.Interactive.Events.DisplayedValueProduced("v", KernelInvocationContext.Current.Command, new[] { new FormattedValue("text/plain", "published") }, "id"));
        #!html
        <p>html</p>
        #!javascript
        let js = 1;
        #!mermaid
        graph TD; A-->B
        """";
}
