using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Derma.Cli.Tests;

/// <summary>Which part of the house may know which: projects by their references, folders of a project by what their sources
/// name.</summary>
public class ArrowTests
{
    static readonly string lib = Path.Combine(RepositoryPaths.Root, "lib");

    static readonly Dictionary<string, string[]> references = new()
    {
        ["Derma.Core"] = [],
        ["Derma.Imaging"] = ["Derma.Core"],
        ["Derma.Inference"] = ["Derma.Imaging"],
        ["Derma.Service"] = ["Derma.Inference"],
        ["Derma.Service.Host"] = ["Derma.Service"],
        ["Derma.Training"] = ["Derma.Inference"],
        ["Derma.Papers"] = ["Derma.Service", "Derma.Training"],
        ["Derma.Notebooks"] = [],
        ["Derma.Cli"] = ["Derma.Notebooks", "Derma.Papers", "Derma.Service.Host"],
    };

    [Fact]
    public void Projects_reference_each_other_in_one_direction()
    {
        var found = Directory.GetFiles(lib, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);
        Assert.Empty(found.Keys.Except(references.Keys));
        Assert.All(found, project => Assert.Equal(references[project.Key], project.Value));
    }

    [Fact]
    public void Only_training_and_what_stands_on_it_knows_torch_and_only_papers_draws_charts()
    {
        Assert.Equal(["Derma.Training"], Naming("TorchSharp"));
        Assert.Equal(["Derma.Papers"], Naming("Plotly.NET"));
    }

    [Fact]
    public void Folders_of_a_project_name_each_other_in_no_circle()
    {
        var circles = references.Keys.SelectMany(Circles).ToList();
        Assert.True(circles.Count == 0, string.Join("; ", circles));
    }

    [Fact]
    public void A_circle_is_found_also_where_it_takes_three_folders()
    {
        var arrows = new HashSet<(string, string)> { ("A", "B"), ("B", "C"), ("C", "A"), ("C", "D"), ("E", "F"), ("F", "E") };
        Assert.Equal(["A, B, C", "E, F"], Together(arrows).Select(circle => string.Join(", ", circle)));
    }

    static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))
            .Where(name => name.StartsWith("Derma.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Naming(string package) => Directory.GetFiles(lib, "*.csproj", SearchOption.AllDirectories)
        .Where(file => XDocument.Load(file).Descendants("PackageReference")
        .Any(reference => (string?)reference.Attribute("Include") == package))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Each circle as its project and folders.</summary>
    static IEnumerable<string> Circles(string project) =>
        Together(Arrows(project).ToHashSet()).Select(circle => $"{project}: {string.Join(", ", circle)}");

    /// <summary>Groups of folders that reach each other.</summary>
    static IEnumerable<string[]> Together(IReadOnlySet<(string From, string To)> arrows)
    {
        var folders = arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var reached = folders.ToDictionary(folder => folder, folder => Reached(folder, arrows));
        return folders.Where(folder => reached[folder].Contains(folder))
            .GroupBy(folder => folders.First(other => reached[folder].Contains(other) && reached[other].Contains(folder)))
            .Select(circle => circle.ToArray());
    }

    static HashSet<string> Reached(string start, IReadOnlySet<(string From, string To)> arrows)
    {
        var (reached, open) = (new HashSet<string>(), new Queue<string>([start]));
        while (open.TryDequeue(out var folder))
            foreach (var (_, to) in arrows.Where(arrow => arrow.From == folder))
                if (reached.Add(to)) open.Enqueue(to);
        return reached;
    }

    static IEnumerable<(string, string)> Arrows(string project)
    {
        var root = Path.Combine(lib, project);
        var trees = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest), file)).ToList();
        var compilation = CSharpCompilation.Create(project, [.. trees, Usings(root, project)], Platform(project), new(OutputKind.DynamicallyLinkedLibrary));
        return trees.SelectMany(tree => Named(compilation.GetSemanticModel(tree))
            .Select(file => (Folder(root, tree.FilePath), Folder(root, file)))).Where(arrow => arrow.Item1 != arrow.Item2).Distinct();
    }

    /// <summary>The files that declare the types which a file names, or whose members it uses.</summary>
    static IEnumerable<string> Named(SemanticModel model) => model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        .Select(name => model.GetSymbolInfo(name) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null)
        .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType).OfType<INamedTypeSymbol>()
        .Distinct(SymbolEqualityComparer.Default)
        .SelectMany(type => type!.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath));

    static string Folder(string root, string file) => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)
        is { Length: > 1 } parts ? parts[0] : "(top)";

    static SyntaxTree Usings(string root, string project)
    {
        string[] implied = ["System", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];
        var own = XDocument.Load(Path.Combine(root, project + ".csproj")).Descendants("Using")
            .SelectMany(element => ((string)element.Attribute("Include")!).Split(';'));
        return CSharpSyntaxTree.ParseText(string.Concat(implied.Concat(own).Distinct().Select(name => $"global using global::{name};\n")), path: Path.Combine(root, "Usings.cs"));
    }

    /// <summary>All that this test program runs with, but the project itself, whose sources are compiled.</summary>
    static IEnumerable<MetadataReference> Platform(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileNameWithoutExtension(file) is var name && name != project && name != "workbook")
            .Select(file => MetadataReference.CreateFromFile(file));
}
