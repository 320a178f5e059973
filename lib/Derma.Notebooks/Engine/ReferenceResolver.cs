using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Derma.Notebooks.Engine;

/// <summary>
/// Finds what <c>#r</c> names and loads it, with all it needs, into the one default load context: Roslyn's own loader would make a
/// context for every folder, and the same type from two contexts is two types.
/// </summary>
internal sealed class AssemblyFinder
{
    readonly ConcurrentDictionary<string, PortableExecutableReference> references;
    ImmutableList<string> probed = [];

    /// <param name="folder">The notebook's folder.</param>
    /// <param name="references">What other finders of this process have read, to be read once; null where there are none.</param>
    public AssemblyFinder(string folder, ConcurrentDictionary<string, PortableExecutableReference>? references = null)
    {
        (Folder, this.references) = (folder, references ?? []);
        AssemblyLoadContext.Default.Resolving += (context, name) => Beside(name.Name + ".dll") is { } path
            ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => NativeNames(name).Select(Beside).OfType<string>()
            .Select(NativeLibrary.Load).FirstOrDefault();
    }

    /// <summary>The notebook's folder, from which paths count.</summary>
    public string Folder { get; }

    /// <summary>Loads an assembly unless one of its name is there already, and refers to the one that counts.</summary>
    public PortableExecutableReference Add(string path)
    {
        Probe(Path.GetDirectoryName(path)!);
        var name = AssemblyName.GetAssemblyName(path);
        var loaded = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        loaded ??= Platform(name.Name!) is null ? AssemblyLoadContext.Default.LoadFromAssemblyPath(path)
            : Assembly.Load(new AssemblyName(name.Name!));
        return Reference(loaded.Location);
    }

    /// <summary>Looks into a folder, too, for what assemblies need.</summary>
    public void Probe(string path) =>
        ImmutableInterlocked.Update(ref probed, (list, added) => list.Contains(added) ? list : list.Add(added), path);

    public PortableExecutableReference Reference(string path) => references.GetOrAdd(path, file => MetadataReference.CreateFromFile(file));

    /// <summary>An assembly beside those that were added, or of the platform; null where there is none of that name.</summary>
    public string? Find(string name) => Beside(name + ".dll") ?? Platform(name);

    /// <summary>The file of an assembly that this process brings; null where it has none of that name.</summary>
    public static string? Platform(string name) => platform.Value.GetValueOrDefault(name);

    static readonly Lazy<Dictionary<string, string>> platform = new(() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).GroupBy(path => Path.GetFileNameWithoutExtension(path))
        .ToDictionary(files => files.Key, files => files.First(), StringComparer.OrdinalIgnoreCase));

    static string[] NativeNames(string name) => [name, $"lib{name}.so", name + ".so", $"lib{name}.dylib", name + ".dylib", name + ".dll"];

    string? Beside(string fileName) => probed
        .SelectMany(path => new[] { path, Path.Combine(path, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") })
        .Select(path => Path.Combine(path, fileName)).FirstOrDefault(File.Exists);
}

/// <summary>How the compiler asks the finder.</summary>
/// <param name="finder">Finds and loads.</param>
/// <param name="findsMissing">Whether to look for what referenced assemblies need themselves.</param>
internal sealed class ReferenceResolver(AssemblyFinder finder, bool findsMissing) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => findsMissing;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath,
        MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference, finder.Folder);
        return File.Exists(path) ? [finder.Add(path)] : AssemblyFinder.Platform(reference) is { } known ? [finder.Reference(known)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        finder.Find(referenceIdentity.Name) is { } path ? finder.Reference(path) : null;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => finder.GetHashCode();
}
