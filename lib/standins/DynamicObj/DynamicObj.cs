using System.Diagnostics.CodeAnalysis;
using System.Dynamic;

namespace DynamicObj;

/// <summary>An object whose members are made by setting them; Plotly.NET's traces, layouts and configs are such objects.</summary>
public class DynamicObj : DynamicObject
{
    internal Dictionary<string, object?> Members { get; } = [];

    public override bool TryGetMember(GetMemberBinder binder, [MaybeNullWhen(false)] out object? result) =>
        Members.TryGetValue(binder.Name, out result);

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        Members[binder.Name] = value;
        return true;
    }

    public override IEnumerable<string> GetDynamicMemberNames() => Members.Keys;
}
