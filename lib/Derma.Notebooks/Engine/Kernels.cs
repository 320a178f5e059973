using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace Derma.Notebooks.Engine;

/// <summary>The engine as the stock tool builds it, with our kernel for C# and small ones for what no package brings.</summary>
internal static class Kernels
{
    /// <summary>The whole, with all kernels and magic commands.</summary>
    public static CompositeKernel Create(WorkerJob job, Sources sources, CSharpKernel csharp, AssemblyFinder finder)
    {
        var root = new CompositeKernel();
        csharp.UseNugetDirective((kernel, packages) => AddPackages(kernel, packages, finder)).UseWho().UseValueSharing();
        root.Add(csharp, ["c#", "C#", "cs"]);
        root.Add(new HtmlKernel());
        var values = new KeyValueStoreKernel(httpClient: new(new AnswersOnly())).UseWho().UseValueSharing();
        if (job.CheckOnly) values.AddMiddleware(TakeOnTrust);
        root.Add(values);
        root.Add(new ShowingKernel("mermaid", "Mermaid", code => new(MimeTypes.Mermaid, code)));
        root.Add(new ShowingKernel(KernelNames.Markdown, "Markdown", code => new(MimeTypes.Markdown, code)), ["md"]);
        root.Add(new ScriptKernel().UseValueSharing(), ["js"]);
        root.DefaultKernelName = KernelNames.Default;
        ShowDefaultSequencesAsNull();
        return root.UseImports(sources).UseFacts().UseAnswers(job, sources).UsePackageExtensions();
    }

    /// <summary>Sequences that were never made throw where the engine's formatters list them.</summary>
    static void ShowDefaultSequencesAsNull()
    {
        foreach (var type in new[] { typeof(ArraySegment<>), typeof(ImmutableArray<>) })
            foreach (var mimeType in new[] { MimeTypes.Html, MimeTypes.Text })
                Formatter.Register(type, (value, context) =>
                {
                    if (!value.Equals(Activator.CreateInstance(value.GetType()))) return false;
                    context.Writer.Write(((object?)null).ToDisplayString(mimeType));
                    return true;
                }, mimeType);
    }

    /// <summary>Where nothing runs, a value is whatever code takes it for.</summary>
    static Task TakeOnTrust(KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next)
    {
        if (command is RequestValue value) context.Publish(new ValueProduced(null, value.Name, new FormattedValue(value.MimeType, "null"),
            value));
        return Task.CompletedTask;
    }

    static Task AddPackages(CSharpKernel csharp, IReadOnlyList<ResolvedPackageReference> packages, AssemblyFinder finder)
    {
        foreach (var folder in packages.SelectMany(package => package.ProbingPaths)) finder.Probe(folder);
        csharp.AddReferences(packages.SelectMany(package => package.AssemblyPaths));
        return Task.CompletedTask;
    }

    /// <summary>Runs the files of <c>#!import</c>. The package's own command goes on after a failure, and never ends where a file imports
    /// itself.</summary>
    static CompositeKernel UseImports(this CompositeKernel root, Sources sources)
    {
        var file = new KernelDirectiveParameter("--file", "the notebook to run here") { AllowImplicitName = true, Required = true };
        const string About = "Runs the cells of another notebook.";
        var directive = new KernelActionDirective("#!import") { Description = About, Parameters = { file } };
        root.AddDirective<ImportDocument>(directive, (command, context) => ImportAsync(root, sources, command.FilePath, context));
        return root;
    }

    static async Task ImportAsync(CompositeKernel root, Sources sources, string name, KernelInvocationContext context)
    {
        var importer = sources.Current;
        var path = Path.GetFullPath(name);
        if (!File.Exists(path) && Path.GetFullPath(name, Path.GetDirectoryName(importer.Path)!) is var beside
            && File.Exists(beside)) path = beside;
        var line = sources.LineOf(name);
        try
        {
            if (!File.Exists(path)) throw new NotebookException($"There is no notebook at {name}.");
            if (importer.IsWithin(path)) throw new NotebookException($"{name} imports itself.");
            foreach (var (cell, index) in Notebook.Load(path).Cells.Select((cell, index) => (cell, index))
                .TakeWhile(_ => sources.Failure is null))
                await sources.WithinAsync(new(path, index + 1, cell, importer, line), 
                    async () => sources.Take(await root.SendAsync(new SubmitCode(cell.Source, cell.Kernel))));
        }
        catch (NotebookException problem)
        {
            sources.Fail(line, "ImportError", problem.Message);
        }
        if (sources.Failure is { } failure) context.Fail(context.Command, null, failure.Message);
    }

    /// <summary><c>#!time</c>, <c>#!about</c> and <c>#!lsmagic</c>, which the tool keeps to itself.</summary>
    static CompositeKernel UseFacts(this CompositeKernel root)
    {
        root.AddDirective(new KernelActionDirective("#!time") { Description = "Shows how long the cell took." }, (_, context) =>
        {
            var started = Stopwatch.GetTimestamp();
            string Taken() => FormattableString.Invariant($"Wall time: {Stopwatch.GetElapsedTime(started).TotalMilliseconds}ms");
            context.OnComplete(done => Show(done, Taken(), MimeTypes.Text));
            return Task.CompletedTask;
        });
        root.AddDirective(new KernelActionDirective("#!about") { Description = "Shows what runs the notebook." }, (_, context) =>
            Show(context, $"<table><tbody><tr><td>Derma.Notebooks {Version(typeof(Kernels))}, .NET Interactive {Version(typeof(Kernel))}, "
                + $".NET {Environment.Version}, {WebUtility.HtmlEncode(RuntimeInformation.OSDescription)}</td></tr></tbody></table>",
                    MimeTypes.Html));
        root.AddDirective(new KernelActionDirective("#!lsmagic") { Description = "Lists the magic commands." }, (_, context) =>
            Show(context, string.Concat(root.ChildKernels.Prepend(root).Select(Commands)), MimeTypes.Html));
        return root;
    }

    static string Version(Type type) => type.Assembly.GetName().Version!.ToString(3);

    static string Commands(Kernel kernel) => $"<h3>{WebUtility.HtmlEncode(kernel.Name)}</h3><ul>"
        + string.Concat(kernel.KernelInfo.SupportedDirectives
        .Where(directive => !directive.Hidden).OrderBy(directive => directive.Name, StringComparer.Ordinal)
        .Select(directive =>
            $"<li><code>{WebUtility.HtmlEncode(directive.Name)}</code> {WebUtility.HtmlEncode(directive.Description)}</li>")) + "</ul>";

    static Task Show(KernelInvocationContext context, string text, string mimeType)
    {
        context.Publish(new DisplayedValueProduced(text, context.Command, [new FormattedValue(mimeType, text)], Guid.NewGuid().ToString()));
        return Task.CompletedTask;
    }

    /// <summary>Answers questions from the run's inputs, by variable or prompt: nobody is asked, and nobody is waited for.</summary>
    static CompositeKernel UseAnswers(this CompositeKernel root, WorkerJob job, Sources sources)
    {
        root.RegisterCommandHandler<RequestInput>((command, context) =>
        {
            var name = sources.NameAskedFor(command.Prompt);
            if (Answer(name ?? command.Prompt, command.Prompt) is { } answer) context.Publish(new InputProduced(answer, command));
            // Where code asks, its exception says so, with the code's line.
            else Refuse(context, command, name ?? command.Prompt, isDirective: name is not null);
            return Task.CompletedTask;
        });
        root.RegisterCommandHandler<RequestInputs>((command, context) =>
        {
            var missing = command.Inputs.FirstOrDefault(input => Answer(input.Name, input.Prompt) is null);
            if (missing is not null) Refuse(context, command, missing.Name, isDirective: false);
            else
            {
                var answers = command.Inputs.ToDictionary(input => input.Name, input => Answer(input.Name, input.Prompt)!);
                context.Publish(new InputsProduced(answers, command));
            }
            return Task.CompletedTask;
        });
        foreach (var question in new[] { typeof(RequestInput), typeof(RequestInputs) }) root.SetDefaultTargetKernelNameForCommand(question,
            root.Name);
        return root;

        string? Answer(string name, string prompt) =>
            job.Inputs.GetValueOrDefault(name) ?? job.Inputs.GetValueOrDefault(prompt) ?? (job.CheckOnly ? "" : null);

        void Refuse(KernelInvocationContext context, KernelCommand command, string name, bool isDirective)
        {
            var sentence = Refusal(name);
            if (isDirective) sources.Fail(sources.LineOf("@"), "InputError", sentence);
            context.Fail(command, null, sentence);
        }
    }

    /// <summary>Why a question fails that the run's inputs do not answer.</summary>
    public static string Refusal(string name) =>
        $"'{name}' is asked for, and nobody is asked here; give the answer by --input \"{name}=VALUE\".";

    /// <summary>Loads what a package brings for notebooks, once it is there: a notebook of its own, or assemblies with
    /// extensions.</summary>
    static CompositeKernel UsePackageExtensions(this CompositeKernel root)
    {
        var (added, seen) = (new Queue<string>(), new HashSet<string>());
        root.RegisterForDisposal(root.KernelEvents.Subscribe(message =>
        {
            if (message is PackageAdded { PackageReference.PackageRoot: { } folder }
                && seen.Add(folder)) added.Enqueue(Path.Combine(folder, "interactive-extensions", "dotnet"));
        }));
        root.AddMiddleware(async (command, context, next) =>
        {
            await next(command, context);
            while (added.TryDequeue(out var folder)) if (Directory.Exists(folder)) await ExtendAsync(root, folder);
        });
        return root;
    }

    static async Task ExtendAsync(CompositeKernel root, string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.dll"))
            foreach (var type in AssemblyLoadContext.Default.LoadFromAssemblyPath(file).GetExportedTypes()
                .Where(typeof(IKernelExtension).IsAssignableFrom))
                await ((IKernelExtension)Activator.CreateInstance(type)!).OnLoadAsync(root);
        if (Path.Combine(folder, "extension.dib") is var notebook && File.Exists(notebook))
            foreach (var cell in Notebook.Load(notebook).Cells) await root.SendAsync(new SubmitCode(cell.Source, cell.Kernel));
    }
}

/// <summary>Downloads values; a page that says that there is none is no value.</summary>
internal sealed class AnswersOnly() : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (await base.SendAsync(request, cancellationToken)).EnsureSuccessStatusCode();
}

/// <summary>Shows its code as a value of some type.</summary>
internal sealed class ShowingKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    readonly Func<string, FormattedValue> form;

    public ShowingKernel(string name, string language, Func<string, FormattedValue> form) : base(name) =>
        (this.form, KernelInfo.LanguageName) = (form, language);

    public Task HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Publish(new DisplayedValueProduced(command.Code, command, [form(command.Code)], Guid.NewGuid().ToString()));
        return Task.CompletedTask;
    }
}

/// <summary>JavaScript for the page: cells run when it is opened, and values become global there. The package's own kernel needs a browser
/// that listens.</summary>
internal sealed class ScriptKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<SendValue>
{
    public ScriptKernel() : base("javascript") => KernelInfo.LanguageName = "JavaScript";

    public Task HandleAsync(SubmitCode command, KernelInvocationContext context) => Show(context, command, command.Code);

    public Task HandleAsync(SendValue command, KernelInvocationContext context)
    {
        var json = command.Value is null && command.FormattedValue is { } text
            ? MimeTypes.IsJson(text.MimeType) ? JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(text.Value))
                : JsonSerializer.Serialize(text.Value)
            : JsonSerializer.Serialize(command.Value is PasswordString ? null : command.Value);
        return Show(context, command, $"globalThis.{command.Name} = {json};");
    }

    static Task Show(KernelInvocationContext context, KernelCommand command, string code)
    {
        var form = new FormattedValue(MimeTypes.JavaScript, code);
        context.Publish(new DisplayedValueProduced(code, command, [form], Guid.NewGuid().ToString()));
        return Task.CompletedTask;
    }
}
