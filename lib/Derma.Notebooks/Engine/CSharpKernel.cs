using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Derma.Notebooks.Engine;

/// <summary>
/// C# inside the engine, as Roslyn runs it in scripts: each piece of code sees the variables, types and usings of those before. The
/// package's own kernel compiles for debugging, twice, and keeps no line numbers.
/// </summary>
internal sealed class CSharpKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    readonly Sources sources;
    readonly bool checkOnly;
    readonly Action<string> warn;
    ScriptReferences references;
    Script<object>? last;
    ScriptState<object>? state;
    KernelInvocationContext? current;
    bool isStopped;

    /// <param name="sources">Where the engine is.</param>
    /// <param name="references">What code sees.</param>
    /// <param name="checkOnly">Whether code is compiled and not run.</param>
    /// <param name="warn">Takes the compiler's warnings.</param>
    public CSharpKernel(Sources sources, ScriptReferences references, bool checkOnly, Action<string> warn) : base("csharp")
    {
        (this.sources, this.references, this.checkOnly, this.warn) = (sources, references, checkOnly, warn);
        (KernelInfo.LanguageName, KernelInfo.LanguageVersion, KernelInfo.Description) = ("C#", "14.0", "Compile and run C# Script");
    }

    /// <summary>Asks the code that runs to end. The engine's own way would give the cell up at once, with all that it still
    /// prints.</summary>
    public void Stop()
    {
        isStopped = true;
        if (current is { IsComplete: false } context) SourceOf(context).Cancel();
    }

    /// <summary>Adds assemblies of a package.</summary>
    public void AddReferences(IEnumerable<string> files) => references = references.With(files);

    public Task HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        var variable = state?.Variables.LastOrDefault(variable => variable.Name == command.Name);
        if (variable is null && !checkOnly) context.Fail(command, null, $"Value '{command.Name}' not found in kernel {Name}");
        else context.Publish(new ValueProduced(variable?.Value, command.Name,
            FormattedValue.CreateSingleFromObject(variable?.Value, command.MimeType), command));
        return Task.CompletedTask;
    }

    public Task HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        var variables = (state?.Variables ?? []).GroupBy(variable => variable.Name).Select(group => group.Last());
        var infos = variables.Select(variable => new KernelValueInfo(variable.Name,
            FormattedValue.CreateSingleFromObject(variable.Value, command.MimeType), variable.Type));
        context.Publish(new ValueInfosProduced([.. infos], command));
        return Task.CompletedTask;
    }

    public Task HandleAsync(SendValue command, KernelInvocationContext context) =>
        SetValueAsync(command, context, async (name, value, type) =>
    {
        try
        {
            if (!SyntaxFacts.IsValidIdentifier(name)) throw new InvalidOperationException($"'{name}' is no name that C# allows.");
            await RunAsync($"{CSharpType.Name(type ?? value?.GetType() ?? typeof(object), checkOnly)} {name} = default;",
                context.CancellationToken);
            if (state?.GetVariable(name) is { } variable) variable.Value = value;
        }
        catch (Exception problem) when (problem is InvalidOperationException or CompilationErrorException)
        {
            // The engine itself would go on without the value.
            sources.Fail(sources.LineOf(name), "ValueError", problem.Message);
            context.Fail(command, problem);
        }
    });

    public async Task HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        // A command of the same cell has failed before it.
        if (context.CancellationToken.IsCancellationRequested) return;
        current = context;
        context.Publish(new CodeSubmissionReceived(command));
        context.Publish(new CompleteCodeSubmissionReceived(command));
        var (code, line) = sources.Numbered(command.Code);
        try
        {
            var script = await RunAsync(code, context.CancellationToken);
            if (!checkOnly && HasValue(script)) ShowResult(command, context);
        }
        catch (CompilationErrorException problem)
        {
            sources.Fail(CSharpErrors.From(problem.Diagnostics, sources.Current));
            context.Fail(command, problem, string.Join('\n', problem.Diagnostics));
        }
        catch (OperationCanceledException) when (isStopped)
        {
            sources.Fail(line, "Stopped", "it was stopped.");
            context.Fail(command, null, "Command cancelled");
        }
        catch (Exception problem)
        {
            sources.Fail(CSharpErrors.From(problem, sources.Current, line, code));
            context.Fail(command, problem);
        }
    }

    /// <summary>Compiles code with the few references that most cells need, and with all that the engine sees only where that
    /// fails.</summary>
    async Task<Script<object>> RunAsync(string code, CancellationToken stopping)
    {
        var script = Continued(code);
        var diagnostics = script.Compile(stopping);
        if (!references.AreAll && diagnostics.Any(IsError))
        {
            references = references.All();
            diagnostics = (script = Continued(code)).Compile(stopping);
        }
        if (diagnostics.Any(IsError)) throw new CompilationErrorException("", diagnostics);
        // Of how the packages' versions fit together a notebook's reader need not hear.
        foreach (var warning in diagnostics)
            if (warning is { Severity: DiagnosticSeverity.Warning, Location.IsInSource: true }) warn(CSharpErrors.Describe(warning));
        last = script;
        if (checkOnly) return script;
        // An exception is caught rather than thrown, so that what was assigned before it stays.
        state = state is null ? await script.RunAsync(catchException: _ => true, cancellationToken: stopping)
            : await script.RunFromAsync(state, catchException: _ => true, cancellationToken: stopping);
        if (state.Exception is { } thrown) ExceptionDispatchInfo.Throw(thrown);
        return script;
    }

    Script<object> Continued(string code) =>
        last is null ? CSharpScript.Create<object>(code, references.Options) : last.ContinueWith<object>(code, references.Options);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cancellationTokenSource")]
    static extern ref CancellationTokenSource SourceOf(KernelInvocationContext context);

    static bool IsError(Microsoft.CodeAnalysis.Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    void ShowResult(SubmitCode command, KernelInvocationContext context)
    {
        var value = state!.ReturnValue;
        IReadOnlyList<FormattedValue> shown = value switch
        {
            FormattedValue one => [one],
            IEnumerable<FormattedValue> many => [.. many],
            _ => FormattedValue.CreateManyFromObject(value),
        };
        context.Publish(new ReturnValueProduced(value, command, shown));
    }

    /// <summary>Tells a script that ends in a value from one that does not: a null alone says nothing.</summary>
    static bool HasValue(Script script)
    {
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: var last }
            && last switch
        {
            ReturnStatementSyntax => true,
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value =>
                compilation.GetSemanticModel(tree).GetTypeInfo(value.Expression).Type?.SpecialType != SpecialType.System_Void,
            _ => false,
        };
    }
}

/// <summary>How C# writes a type.</summary>
internal static class CSharpType
{
    /// <summary>The type's name; <c>object</c> where no code outside its own could name it, <c>dynamic</c> where it is not known before
    /// code runs.</summary>
    public static string Name(Type type, bool isUnknown = false)
    {
        if (isUnknown) return "dynamic";
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsVisible || type.IsPointer) return "object";
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var nesting = new Stack<Type>();
        for (var outer = type; outer is not null; outer = outer.DeclaringType) nesting.Push(outer);
        var names = nesting.Select(part => Part(part, arguments));
        // A type that a script declares lies within the script's own class, which code does not name.
        var isScript = nesting.Peek().Name.StartsWith("Submission#", StringComparison.Ordinal);
        var space = string.IsNullOrEmpty(type.Namespace) ? "" : $"global::{type.Namespace}.";
        return space + string.Join('.', names.Skip(isScript ? 1 : 0));
    }

    static string Part(Type type, Queue<Type> arguments)
    {
        var own = type.Name.Split('`') is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return own == 0 ? type.Name
            : $"{type.Name.Split('`')[0]}<{string.Join(", ", Enumerable.Range(0, own).Select(_ => Name(arguments.Dequeue())))}>";
    }
}
