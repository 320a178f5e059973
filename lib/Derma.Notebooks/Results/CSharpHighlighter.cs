using System.Text;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Results;

/// <summary>Colours C# by its tokens alone, which is enough for reading and needs no compiler.</summary>
internal static partial class CSharpHighlighter
{
    /// <summary>One HTML string for each line.</summary>
    public static string[] Lines(string code)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match match in Token().Matches(code))
        {
            html.Append(Markup.Encode(code[end..match.Index]));
            var kind = match.Groups.Values.Skip(1).First(group => group.Success).Name;
            // A span never crosses a line: the page marks whole lines.
            html.AppendJoin('\n', match.Value.Split('\n').Select(part => $"<span class=\"{kind}\">{Markup.Encode(part)}</span>"));
            end = match.Index + match.Length;
        }
        return html.Append(Markup.Encode(code[end..])).ToString().Split('\n');
    }

    const string Keywords = "abstract|as|async|await|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do|double|else|" +
        "enum|event|explicit|extern|false|finally|fixed|float|for|foreach|get|if|implicit|in|init|int|interface|internal|is|lock|long|namespace|new|not|null|object|" +
        "operator|or|out|override|params|private|protected|public|readonly|record|ref|required|return|sbyte|sealed|set|short|sizeof|stackalloc|static|string|struct|" +
        "switch|this|throw|true|try|typeof|uint|ulong|unchecked|unsafe|ushort|using|var|virtual|void|volatile|when|while|with|yield";

    [GeneratedRegex("""
        (?<c>//[^\n]*|/\*[\s\S]*?(?:\*/|\z))
        |(?<s>\$*"{3,}[\s\S]*?"{3,}|(?:\$@|@\$|@)"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')
        |(?<d>^\#[!a-z][^\n]*)
        |(?<n>\b0[xb][0-9a-fA-F_]+|\b\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?[fFdDmMuUlL]*)
        |(?<k>(?<![@.\w])(?:
        """ + Keywords + """
        )\b)
        |(?<t>(?<!\.)\b[A-Z]\w*\b(?!\s*\())
        |(?<m>\b[A-Za-z_]\w*(?=\s*(?:<[\w,\s]+>)?\())
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Token();
}
