using System.Reflection;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Standins.Tests.SkiaSharp;

/// <summary>Holds the stand-in against the package's API documentation, which lists members as C# declarations.</summary>
public partial class SurfaceTests
{
    // Small types that the list leaves out or shortens, from the same documentation.
    const string Unlisted = """
        ## SKObject
        ## SKNativeObject
          public void Dispose ();
          protected virtual void Dispose (bool disposing);
          protected virtual void DisposeNative ();
        ## SKSizeI
          public SKSizeI (int width, int height);
          public int Width { get; set; }
          public int Height { get; set; }
        ## SKCodecResult
          Success IncompleteInput ErrorInInput InvalidConversion InvalidScale InvalidParameters InvalidInput
          CouldNotRewind InternalError Unimplemented
        ## SKEncodedOrigin
          TopLeft TopRight BottomRight BottomLeft LeftTop RightTop RightBottom LeftBottom
        ## SKFontHinting
          None Slight Normal Full
        ## SKFontStyle
          public static SKFontStyle Bold { get; }
          public static SKFontStyle Normal { get; }
        ## SKDocumentPdfMetadata
          public SKDocumentPdfMetadata (float rasterDpi, int encodingQuality);
          public string Title { get; set; }
          public string Author { get; set; }
          public string Subject { get; set; }
          public string Keywords { get; set; }
          public string Creator { get; set; }
          public DateTime? Creation { get; set; }
          public float RasterDpi { get; set; }
          public int EncodingQuality { get; set; }

        """;

    static readonly string List = Path.Combine(RepositoryPaths.Shared, "reference", "LIBS.md");

    public static TheoryData<Type> Types => [.. typeof(SKBitmap).Assembly.GetExportedTypes()];

    [SkippableTheory, MemberData(nameof(Types))]
    public void Every_public_member_of_the_stand_in_exists_in_the_package(Type type)
    {
        Skip.IfNot(File.Exists(List), "The list of public surfaces is not here.");
        Skip.IfNot(Samples.IsStandIn, "This build takes the package itself.");
        var documented = Section(Unlisted + File.ReadAllText(List), type.Name);
        Assert.All(Members(type), member => Assert.Contains(member, documented));
    }

    [Theory]
    [InlineData(SKColorType.Rgba8888, 4), InlineData(SKColorType.Rgb888x, 5), InlineData(SKColorType.Bgra8888, 6), InlineData(SKColorType.Gray8, 9)]
    [InlineData(SKAlphaType.Opaque, 1), InlineData(SKAlphaType.Premul, 2), InlineData(SKAlphaType.Unpremul, 3)]
    [InlineData(SKEncodedImageFormat.Jpeg, 3), InlineData(SKEncodedImageFormat.Png, 4)]
    [InlineData(SKEncodedOrigin.TopLeft, 1), InlineData(SKEncodedOrigin.RightTop, 6), InlineData(SKEncodedOrigin.LeftBottom, 8)]
    [InlineData(SKPaintStyle.Fill, 0), InlineData(SKPaintStyle.Stroke, 1), InlineData(SKFontHinting.None, 0), InlineData(SKFontHinting.Normal, 2)]
    [InlineData(SKCodecResult.Success, 0), InlineData(SKCodecResult.IncompleteInput, 1), InlineData(SKCodecResult.Unimplemented, 9)]
    public void Enumerators_have_the_packages_values(Enum value, int expected) => Assert.Equal(expected, Convert.ToInt32(value));

    static string Section(string text, string type)
    {
        var start = Regex.Match(text, $@"^\s*## {type}\b", RegexOptions.Multiline);
        Assert.True(start.Success, $"{type} is in no list.");
        var body = text[(start.Index + start.Length)..];
        return Modifiers().Replace(body[..(body.IndexOf("## ", StringComparison.Ordinal) is >= 0 and var end ? end : body.Length)], "");
    }

    static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type);
        var methods = type.GetMethods(declared).Where(m => IsNew(m) && !m.IsSpecialName && m.Name != "Finalize")
            .Select(m => $"{Static(m)}{Name(m.ReturnType)} {m.Name} {Parameters(m)}");
        var constructors = type.GetConstructors(declared).Where(c => c.IsPublic || c.IsFamily).Select(c => $"{type.Name} {Parameters(c)}");
        var properties = type.GetProperties(declared).Where(p => p.GetMethod!.IsPublic)
            .Select(p => $"{Name(p.PropertyType)} {p.Name} {{ get; {(p.CanWrite ? "set; " : "")}}}");
        var fields = type.GetFields(declared).Where(f => f.IsPublic).Select(f => $"{Name(f.FieldType)} {f.Name}");
        return [.. methods, .. constructors, .. properties, .. fields];
    }

    static bool IsNew(MethodInfo method) => (method.IsPublic || method.IsFamily) && method.GetBaseDefinition() == method;

    static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    static string Parameters(MethodBase method) =>
        $"({string.Join(", ", method.GetParameters().Select(p => $"{(p.IsOut ? "out " : "")}{Name(p.ParameterType)} {p.Name}"))})";

    static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        if (type.IsGenericType) return $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return type.Name switch
        {
            "Byte" => "byte", "Int32" => "int", "Int64" => "long", "Single" => "float", "Boolean" => "bool", "String" => "string", "Void" => "void",
            var name => name,
        };
    }

    [GeneratedRegex(@"\b(public|protected|readonly|override|virtual) |System\.IO\.| = \w+")]
    private static partial Regex Modifiers();
}
