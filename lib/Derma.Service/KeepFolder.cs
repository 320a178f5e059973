using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>Where <c>--keep</c> puts photos without metadata and their answers.</summary>
sealed class KeepFolder(string path, ILogger log)
{
    static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes both files. A full disk is the operator's trouble, not that of the one who asked: it is logged.</summary>
    public void Write(PredictionBody answer, byte[] photo)
    {
        try
        {
            var name = Path.Combine(path, answer.Time.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + answer.Id);
            AtomicFile.Write(name + ".jpg", stream => stream.Write(photo));
            AtomicFile.Write(name + ".json", stream => JsonSerializer.Serialize(stream, answer, Indented));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogError("An answer could not be kept: {Message}", error.Message);
        }
    }
}
