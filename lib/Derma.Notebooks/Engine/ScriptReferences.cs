using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Engine;

/// <summary>What code of a notebook sees: the engine's usings, and few references or all. Each reference costs every cell some twentieth
/// of a millisecond.</summary>
internal sealed class ScriptReferences
{
    static readonly string[] imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
            typeof(Kernel).FullName!];

    static readonly Type[] engine =
        [typeof(Kernel), typeof(Formatter), typeof(IHtmlContent), typeof(CSharpScript), typeof(CSharpCompilation), typeof(Script),
            typeof(Compilation)];

    // Roslyn's default for scripts, and what their own assemblies lead to at once.
    static readonly string[] framework =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Runtime", "System.Runtime.Extensions", "System.Runtime.InteropServices",
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Console", "System.Diagnostics.Debug",
        "System.Diagnostics.Process", "System.Diagnostics.StackTrace", "System.Globalization", "System.IO", "System.IO.FileSystem",
        "System.IO.FileSystem.Primitives", "System.Linq", "System.Linq.Expressions", "System.Memory", "System.Net.Http",
            "System.ObjectModel",
        "System.Reflection", "System.Reflection.Extensions", "System.Reflection.Primitives", "System.Text.Encoding",
        "System.Text.Encoding.CodePages", "System.Text.Encoding.Extensions", "System.Text.Json", "System.Text.RegularExpressions",
        "System.Threading", "System.Threading.Tasks", "System.Threading.Tasks.Parallel", "System.Threading.Thread", "System.ValueTuple",
        "System.ComponentModel.Primitives", "System.Runtime.Numerics", "Microsoft.CSharp", "netstandard",
    ];

    ScriptReferences(ScriptOptions options, AssemblyFinder finder, bool areAll) =>
        (Options, Finder, AreAll) = (options.WithMetadataResolver(new ReferenceResolver(finder, areAll)), finder, areAll);

    /// <summary>Finds what code refers to.</summary>
    public AssemblyFinder Finder { get; }

    /// <summary>How code is compiled.</summary>
    public ScriptOptions Options { get; }

    /// <summary>Whether assemblies that others need are looked for as well.</summary>
    public bool AreAll { get; }

    /// <summary>The few that most cells need.</summary>
    public static ScriptReferences Of(AssemblyFinder finder) => new(
        ScriptOptions.Default
            .WithImports(imports)
            .WithReferences(framework.Select(AssemblyFinder.Platform).OfType<string>()
                .Concat(engine.Select(type => type.Assembly.Location)).Distinct().Select(finder.Reference))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(finder.Folder))
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithAllowUnsafe(true),
        finder, areAll: false);

    public ScriptReferences All() => new(Options, Finder, areAll: true);

    public ScriptReferences With(IEnumerable<string> files) => new(Options.AddReferences(files.Select(Finder.Add)), Finder, AreAll);

    /// <summary>Compiles a line of each common kind, so that the first cell finds a compiler that has run before.</summary>
    public void WarmUp()
    {
        foreach (var code in new[] { "var x = 1; Console.WriteLine(x);", "$\"{new[] { 1, 2 }.Sum()}\"" })
            CSharpScript.Create<object>(code, Options).Compile();
    }
}
