namespace DynamicObj;

/// <summary>Members by name, for the assemblies that build figures.</summary>
static class MemberExtensions
{
    internal static T Set<T>(this T target, string name, object? value) where T : DynamicObj
    {
        if (value is not null) target.Members[name] = value;
        return target;
    }

    /// <summary>The member <paramref name="name"/>, made where it is missing, for <paramref name="change"/> to fill.</summary>
    internal static T With<T>(this T target, string name, Action<DynamicObj> change) where T : DynamicObj
    {
        var child = target.Members.GetValueOrDefault(name) as DynamicObj ?? new DynamicObj();
        change(child);
        if (child.Members.Count > 0) target.Members[name] = child;
        return target;
    }

    /// <summary>A new object with the members of both; the second's win, and objects inside are combined alike.</summary>
    internal static T CombinedWith<T>(this T first, T second) where T : DynamicObj, new()
    {
        var combined = new T();
        foreach (var (name, value) in first.Members) combined.Members[name] = value;
        foreach (var (name, value) in second.Members) combined.Members[name] = Combined(combined.Members.GetValueOrDefault(name), value);
        return combined;
    }

    static object? Combined(object? first, object? second) =>
        first is DynamicObj a && second is DynamicObj b ? a.CombinedWith(b) : second;
}
