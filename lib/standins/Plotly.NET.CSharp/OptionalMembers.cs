using DynamicObj;

namespace Plotly.NET.CSharp;

/// <summary>Sets members from arguments that may be left out.</summary>
static class OptionalMembers
{
    internal static TObject Set<TObject, T>(this TObject target, string name, Optional<T> value) where TObject : DynamicObj.DynamicObj =>
        value.IsSome ? target.Set(name, (object?)value.Value) : target;

    internal static TObject Set<TObject, T>(this TObject target, string name, Optional<T> value, Func<T, object?> convert)
        where TObject : DynamicObj.DynamicObj =>
        value.IsSome ? target.Set(name, convert(value.Value)) : target;

    internal static bool Or(this Optional<bool> value, bool fallback) => value.IsSome ? value.Value : fallback;
}
