using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Worker;

/// <summary>C# as Roslyn runs it in scripts, with the usings of the stock tool: each piece of code sees the variables, types and usings of those before.</summary>
internal sealed class CSharpKernel(ReferenceResolver references, string folder, bool checkOnly)
{
    static readonly string[] imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    static readonly Type[] kernelTypes = [typeof(Kernel), typeof(DisplayedValue), typeof(Formatter), typeof(IHtmlContent)];

    readonly ScriptOptions options = ScriptOptions.Default
        .WithImports(imports)
        .WithReferences(ReferenceResolver.FrameworkFiles.Concat(kernelTypes.Select(type => type.Assembly.Location)).Select(path => MetadataReference.CreateFromFile(path)))
        .WithMetadataResolver(references)
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithAllowUnsafe(true);

    Script<object>? last;
    ScriptState<object>? state;

    /// <summary>The variables as they are now, each name once, in the order of their declaration.</summary>
    public IEnumerable<ScriptVariable> Variables => (state?.Variables ?? []).GroupBy(variable => variable.Name).Select(group => group.Last());

    /// <summary>Runs code and shows its trailing expression.</summary>
    /// <exception cref="CellFailure">The code does not compile, or throws.</exception>
    public async Task RunAsync(SourceFile file, CellPiece code, CellSink sink, CancellationToken stopping)
    {
        // The line directive makes compiler messages and stack traces speak of the notebook's lines.
        var text = $"#line {code.Line} \"{file.Path}\"\n{code.Text}";
        var script = last is null ? CSharpScript.Create<object>(text, options) : last.ContinueWith<object>(text, options);
        var diagnostics = script.Compile(stopping);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) throw CSharpErrors.From(diagnostics, file);
        foreach (var warning in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)) sink.Warn(CSharpErrors.Describe(warning));
        last = script;
        if (checkOnly) return;
        // An exception is caught rather than thrown, so that what was assigned before it stays.
        state = state is null
            ? await script.RunAsync(catchException: _ => true, cancellationToken: stopping)
            : await script.RunFromAsync(state, catchException: _ => true, cancellationToken: stopping);
        if (state.Exception is { } thrown) throw CSharpErrors.From(thrown, file, code);
        if (state.ReturnValue is DisplayedValue || (state.ReturnValue is null && !EndsInValue(script.GetCompilation()))) return;
        try
        {
            sink.ShowResult(state.ReturnValue);
        }
        catch (Exception exception)
        {
            // What a formatter or a lazy sequence throws is a failure of the cell like any other.
            throw CSharpErrors.From(exception, file, code);
        }
    }

    /// <summary>Tells a script that ends in a value from one that does not: a null alone says nothing.</summary>
    static bool EndsInValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: var last } && last switch
        {
            ReturnStatementSyntax => true,
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value => compilation.GetSemanticModel(tree).GetTypeInfo(value.Expression).Type?.SpecialType != SpecialType.System_Void,
            _ => false,
        };
    }
}
