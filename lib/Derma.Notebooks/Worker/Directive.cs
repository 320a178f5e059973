using System.Text.RegularExpressions;

namespace Derma.Notebooks.Worker;

/// <summary>A magic command without its <c>#!</c>, its line of the file, its options without the dashes; a flag is empty.</summary>
internal sealed partial record Directive(string Name, int Line, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The commands and their options: the first is the one that needs no name, a star marks those that must be there, a tilde flags.</summary>
    static readonly Dictionary<string, string[]> known = new()
    {
        ["import"] = ["*file"], ["set"] = ["*name", "*value", "~byref", "mime-type"], ["share"] = ["*name", "*from", "as", "mime-type"],
        ["value"] = ["*name", "from-file", "from-url", "from-value", "mime-type"], ["time"] = [], ["who"] = [], ["whos"] = [], ["about"] = [], ["lsmagic"] = [],
    };

    /// <summary>Every command as a person would type it.</summary>
    public static IEnumerable<string> Usages => known.Select(command => string.Join(' ', command.Value
        .Select(option => option[0] switch { '*' => $"--{option[1..]} …", '~' => $"[--{option[1..]}]", _ => $"[--{option} …]" }).Prepend("#!" + command.Key)));

    /// <summary>The value of an option that the command must have.</summary>
    public string this[string option] => Options[option];

    public string? Find(string option) => Options.GetValueOrDefault(option);

    public static bool IsIn(string line) => line.Length > 2 && line.StartsWith("#!", StringComparison.Ordinal) && char.IsLetter(line[2]);

    /// <exception cref="CellFailure">The command is unknown or malformed.</exception>
    public static Directive Parse(SourceFile file, int line, string text)
    {
        var words = Words(text[2..]);
        if (!known.TryGetValue(words[0], out var allowed)) throw CellFailure.At(file, line, "UnknownMagic", $"there is no magic command '#!{words[0]}' here; #!lsmagic shows those there are.");
        var options = new Dictionary<string, string>();
        for (var at = 1; at < words.Count; at++)
        {
            var name = words[at].StartsWith("--", StringComparison.Ordinal) ? words[at][2..] : null;
            var option = name is null ? allowed.FirstOrDefault() : allowed.FirstOrDefault(option => option.TrimStart('*', '~') == name);
            var isFlag = option?[0] == '~';
            if (option is null) throw Wrong($"takes no '{words[at]}'");
            if (name is not null && !isFlag && ++at == words.Count) throw Wrong($"--{name} lacks its value");
            if (!options.TryAdd(option.TrimStart('*', '~'), isFlag ? "" : words[at].Trim('"'))) throw Wrong($"takes only one --{option.TrimStart('*', '~')}");
        }
        if (allowed.FirstOrDefault(option => option[0] == '*' && !options.ContainsKey(option[1..])) is { } missing) throw Wrong($"needs --{missing[1..]}");
        return new(words[0], line, options);

        CellFailure Wrong(string what) => CellFailure.Magic(file, line, words[0], what);
    }

    /// <summary>The words of a line; quotes and the brackets of JSON hold words together.</summary>
    public static IReadOnlyList<string> Words(string line) => [.. Word().Matches(line).Select(match => match.Value)];

    [GeneratedRegex("""@\w+:(?:\{.*\}|"[^"]*")|\{.*\}|\[.*\]|"[^"]*"|\S+""")]
    private static partial Regex Word();
}
