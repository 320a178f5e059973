using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    public static void SaveCsv(
        DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding? encoding = null, CultureInfo? cultureInfo = null)
    {
        using var writer = new StreamWriter(path, append: false, encoding ?? new UTF8Encoding(false));
        if (header) WriteRecord(dataFrame.Columns.Select(column => (object)column.Name));
        foreach (var row in dataFrame.Rows) WriteRecord(row);

        void WriteRecord(IEnumerable<object?> cells) =>
            writer.WriteLine(string.Join(separator, cells.Select(cell => Cell(cell, separator, cultureInfo ?? CultureInfo.CurrentCulture))));
    }

    static string Cell(object? value, char separator, CultureInfo culture) => value switch
    {
        null => "",
        double number => number.ToString("G17", culture),
        float number => number.ToString("G9", culture),
        IFormattable other => other.ToString(null, culture),
        _ => Quoted(value.ToString()!, separator),
    };

    static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
