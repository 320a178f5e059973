using System.Xml;

namespace Derma.Notebooks.Running;

/// <summary>Text as logs and XML can hold it.</summary>
public static class Printable
{
    /// <summary>
    /// The text with a blank in the place of control characters other than tab and line feed, and U+FFFD in the place of what is no
    /// character: XML has no form for either, and terminals and their libraries stumble over them.
    /// </summary>
    public static string Of(string text)
    {
        var characters = text.ToCharArray();
        for (var at = 0; at < characters.Length; at++)
            if (at + 1 < characters.Length && char.IsSurrogatePair(characters[at], characters[at + 1])) at++;
            else if (char.IsControl(characters[at])) characters[at] = characters[at] is '\n' or '\t' ? characters[at] : ' ';
            else if (!XmlConvert.IsXmlChar(characters[at])) characters[at] = '\uFFFD';
        return new(characters);
    }
}
