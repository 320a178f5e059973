using System.Text;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Results;

/// <summary>Turns the TeX of formulas into MathML, which browsers draw by themselves. A formula with an unknown command stays as TeX.</summary>
internal sealed partial class MathMarkup
{
    static readonly Dictionary<string, string> identifiers = new()
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["varepsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η", ["theta"] = "θ",
        ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ", ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "φ",
        ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω", ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Sigma"] = "Σ",
        ["Phi"] = "Φ", ["Omega"] = "Ω", ["infty"] = "∞", ["partial"] = "∂", ["nabla"] = "∇", ["ell"] = "ℓ", ["log"] = "log", ["ln"] = "ln", ["exp"] = "exp",
        ["sin"] = "sin", ["cos"] = "cos", ["tanh"] = "tanh", ["max"] = "max", ["min"] = "min", ["arg"] = "arg",
    };

    static readonly Dictionary<string, string> operators = new()
    {
        ["pm"] = "±", ["times"] = "×", ["cdot"] = "·", ["approx"] = "≈", ["le"] = "≤", ["leq"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["ne"] = "≠", ["neq"] = "≠",
        ["in"] = "∈", ["to"] = "→", ["rightarrow"] = "→", ["sim"] = "∼", ["propto"] = "∝", ["odot"] = "⊙", ["dots"] = "…", ["ldots"] = "…", ["cdots"] = "⋯",
        ["mid"] = "|", ["lfloor"] = "⌊", ["rfloor"] = "⌋", ["lceil"] = "⌈", ["rceil"] = "⌉", ["sum"] = "∑", ["prod"] = "∏", ["int"] = "∫", ["{"] = "{", ["}"] = "}", ["%"] = "%",
    };

    static readonly Dictionary<string, string> spaces = new() { [","] = "0.17em", [";"] = "0.28em", [" "] = "0.28em", ["!"] = "0", ["quad"] = "1em", ["qquad"] = "2em" };

    static readonly Dictionary<string, string> accents = new() { ["hat"] = "^", ["bar"] = "¯", ["tilde"] = "~", ["vec"] = "→", ["overline"] = "¯" };

    static readonly HashSet<string> withLimits = ["sum", "prod", "max", "min", "underbrace"];

    readonly string[] tokens;
    int at;

    MathMarkup(string tex) => tokens = [.. Token().Matches(tex).Select(match => match.Value)];

    public static string ToHtml(string tex, bool isBlock)
    {
        var formula = new MathMarkup(tex);
        try
        {
            return $"<math display=\"{(isBlock ? "block" : "inline")}\">{formula.Row("")}</math>";
        }
        catch (FormatException)
        {
            return $"<code class=\"tex\">{Markup.Encode(tex.Trim())}</code>";
        }
    }

    string? Next => at < tokens.Length ? tokens[at] : null;

    string? SkipSpace()
    {
        while (Next is { } token && string.IsNullOrWhiteSpace(token)) at++;
        return Next;
    }

    string Row(string end)
    {
        var row = new StringBuilder();
        while (SkipSpace() is { } token && token != end) row.Append(Scripted());
        if (end.Length > 0 && tokens.Length <= at++) throw new FormatException();
        return $"<mrow>{row}</mrow>";
    }

    /// <summary>An atom with what stands below and above it.</summary>
    string Scripted()
    {
        var hasLimits = withLimits.Contains(tokens[at].TrimStart('\\'));
        var atom = Atom();
        string? below = null, above = null;
        while (SkipSpace() is "_" or "^")
            if (tokens[at++] == "_") below = Atom();
            else above = Atom();
        var (sub, super) = hasLimits ? ("munder", "mover") : ("msub", "msup");
        return (below, above) switch
        {
            (null, null) => atom,
            (_, null) => $"<{sub}>{atom}{below}</{sub}>",
            (null, _) => $"<{super}>{atom}{above}</{super}>",
            _ => hasLimits ? $"<munderover>{atom}{below}{above}</munderover>" : $"<msubsup>{atom}{below}{above}</msubsup>",
        };
    }

    string Atom()
    {
        if (SkipSpace() is not { } token) throw new FormatException();
        at++;
        if (token == "{") return Row("}");
        if (token[0] == '\\') return Command(token[1..]);
        if (char.IsAsciiDigit(token[0])) return $"<mn>{token.Replace("{,}", ",", StringComparison.Ordinal)}</mn>";
        return char.IsLetter(token[0]) ? $"<mi>{token}</mi>" : $"<mo stretchy=\"false\">{Markup.Encode(token == "-" ? "−" : token)}</mo>";
    }

    string Command(string name)
    {
        if (identifiers.TryGetValue(name, out var identifier)) return identifier.Length == 1 ? $"<mi>{identifier}</mi>" : $"<mo lspace=\"0.1em\" rspace=\"0.17em\">{identifier}</mo>";
        if (operators.TryGetValue(name, out var sign)) return $"<mo>{sign}</mo>";
        if (spaces.TryGetValue(name, out var width)) return $"<mspace width=\"{width}\"></mspace>";
        if (accents.TryGetValue(name, out var accent)) return $"<mover accent=\"true\">{Atom()}<mo>{accent}</mo></mover>";
        return name switch
        {
            "frac" => $"<mfrac>{Atom()}{Atom()}</mfrac>",
            "sqrt" => $"<msqrt>{Atom()}</msqrt>",
            "underbrace" => $"<munder>{Atom()}<mo stretchy=\"true\">⏟</mo></munder>",
            "left" or "right" => $"<mo stretchy=\"true\">{Markup.Encode(Delimiter())}</mo>",
            "text" or "mathrm" or "operatorname" => $"<mtext>{Markup.Encode(Words())}</mtext>",
            "mathbf" => $"<mtext><b>{Markup.Encode(Words())}</b></mtext>",
            _ => throw new FormatException(),
        };
    }

    string Delimiter() => at < tokens.Length ? tokens[at++].Trim('.', '\\') : throw new FormatException();

    /// <summary>The text of a group as it is written, spaces included.</summary>
    string Words()
    {
        var start = ++at;
        while (Next is not (null or "}")) at++;
        return string.Concat(tokens[start..Math.Min(at++, tokens.Length)]).Replace(' ', '\u00a0');
    }

    [GeneratedRegex(@"\\[A-Za-z]+|\\.|\d+(?:(?:\.|\{,\})\d+)*|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
