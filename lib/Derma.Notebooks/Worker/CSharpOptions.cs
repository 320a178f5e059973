using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Worker;

/// <summary>The options of every C# submission: usings and references as in the stock tool's C# kernel.</summary>
internal static class CSharpOptions
{
    static readonly string[] imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    static readonly Type[] kernelTypes = [typeof(Kernel), typeof(DisplayedValue), typeof(Formatter), typeof(IHtmlContent)];

    public static ScriptOptions For(string folder, ReferenceResolver references) => ScriptOptions.Default
        .WithImports(imports)
        .WithReferences(FrameworkFiles().Concat(kernelTypes.Select(type => type.Assembly.Location)).Select(path => MetadataReference.CreateFromFile(path)))
        .WithMetadataResolver(references)
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithAllowUnsafe(true);

    static IEnumerable<string> FrameworkFiles()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location) + Path.DirectorySeparatorChar;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => path.StartsWith(framework, StringComparison.Ordinal));
    }
}
