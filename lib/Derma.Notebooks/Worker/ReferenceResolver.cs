using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Derma.Notebooks.Worker;

/// <summary>
/// Finds what <c>#r</c> names and loads it, with all it needs, into the one default load context: Roslyn's own loader would make a
/// context for every folder, and the same type from two contexts is two types.
/// </summary>
internal sealed class ReferenceResolver : MetadataReferenceResolver
{
    readonly string folder;
    readonly IReadOnlyList<string> packageFolders;
    readonly ConcurrentDictionary<string, PortableExecutableReference> references = [];
    ImmutableList<string> probed = [];

    public ReferenceResolver(string folder, IReadOnlyList<string> packageFolders)
    {
        (this.folder, this.packageFolders) = (folder, packageFolders);
        AssemblyLoadContext.Default.Resolving += (context, name) => Beside(name.Name + ".dll") is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => new[] { name, $"lib{name}.so", name + ".so", $"lib{name}.dylib", name + ".dylib", name + ".dll" }.Select(Beside).OfType<string>().Select(NativeLibrary.Load).FirstOrDefault();
    }

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference, folder);
        if (!File.Exists(path)) return Platform(reference) is { } known ? [Reference(known)] : [];
        ImmutableInterlocked.Update(ref probed, (list, added) => list.Contains(added) ? list : list.Add(added), Path.GetDirectoryName(path)!);
        return [Reference(Load(path))];
    }

    /// <summary>The assembly that stands for a package: of its name, or of its name without an ending such as <c>-cpu</c>.</summary>
    public string? Package(string id) => new[] { id, id.Split('-')[0] }.Select(name =>
        Beside(name + ".dll") ?? packageFolders.Select(path => Path.Combine(path, name + ".dll")).FirstOrDefault(File.Exists) ?? Platform(name)).FirstOrDefault(path => path is not null);

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        (Beside(referenceIdentity.Name + ".dll") ?? Platform(referenceIdentity.Name)) is { } path ? Reference(path) : null;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => folder.GetHashCode(StringComparison.Ordinal);

    /// <summary>Loads an assembly unless one of its name is there already, and returns the file of the one that counts.</summary>
    static string Load(string path)
    {
        var name = AssemblyName.GetAssemblyName(path);
        var loaded = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        return (loaded ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(path)).Location;
    }

    PortableExecutableReference Reference(string path) => references.GetOrAdd(path, file => MetadataReference.CreateFromFile(file));

    string? Beside(string fileName) => probed.SelectMany(path => new[] { path, Path.Combine(path, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") })
        .Select(path => Path.Combine(path, fileName)).FirstOrDefault(File.Exists);

    static string[] PlatformFiles => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    public static IEnumerable<string> FrameworkFiles =>
        PlatformFiles.Where(path => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    static string? Platform(string name) => PlatformFiles.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path).Equals(name, StringComparison.OrdinalIgnoreCase));
}
