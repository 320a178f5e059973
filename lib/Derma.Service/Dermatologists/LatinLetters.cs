using System.Text;

namespace Derma.Service;

/// <summary>Names as they are typed without accents.</summary>
static class LatinLetters
{
    // By table: without the culture data that a small installation lacks, .NET does not take letters apart.
    static readonly (string Letters, string Plain)[] Table =
    [
        ("àáâãäåāăą", "a"), ("çćč", "c"), ("ďđð", "d"), ("èéêëēėęě", "e"), ("ğģ", "g"), ("ìíîïīįıİ", "i"), ("ķ", "k"), ("ĺļľł", "l"),
        ("ñńņňŋ", "n"), ("òóôõöøōő", "o"), ("ŕř", "r"), ("śşšș", "s"), ("ťţț", "t"), ("ùúûüūůűų", "u"), ("ýÿ", "y"), ("źżž", "z"),
        ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ];

    static readonly Dictionary<char, string> Plain =
        Table.SelectMany(row => row.Letters.Where(letter => letter > 127).Select(letter => (letter, row.Plain))).ToDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>Small letters and digits without accents; whatever stands between words becomes one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (Plain.TryGetValue(letter, out var plain)) folded.Append(plain);
            else if (char.IsLetterOrDigit(letter)) folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ' && !IsMark(letter)) folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    // An accent of its own, as some keyboards send it after the letter.
    static bool IsMark(char letter) => letter is '\'' or '’' or >= '\u0300' and <= '\u036F';
}
