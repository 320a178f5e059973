using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Derma.Training;

/// <summary>What must be the same for a training to go on from a checkpoint, by name.</summary>
static class TrainingRecord
{
    /// <summary>Options that decide the time alone.</summary>
    static readonly string[] WithoutEffect = [nameof(TrainingOptions.Workers), nameof(TrainingOptions.Prefetch)];

    const string Normalisation = "normalisation";

    static readonly JsonSerializerOptions json = new() { IncludeFields = true };

    public static SortedDictionary<string, string> Of(TrainingOptions options, Classifier model, PixelCache photos, string start)
    {
        return new SortedDictionary<string, string>(Values(options))
        {
            ["network"] = model.Description,
            [Normalisation] = JsonSerializer.Serialize(model.Normalisation),
            ["training photos"] = Fingerprint(photos),
            ["start"] = start,
        };
    }

    /// <remarks>An option that an older version did not write had its default.</remarks>
    /// <exception cref="UserError">The two records differ; the first difference is named.</exception>
    public static void RequireSame(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> now, string path)
    {
        var silent = Values(new TrainingOptions());
        silent[Normalisation] = JsonSerializer.Serialize(Inference.Normalisation.UnitRange);
        foreach (var (name, value) in now)
            if ((written.GetValueOrDefault(name) ?? silent.GetValueOrDefault(name)) is var before && before != value)
                throw new UserError(
                    $"{path} was written with {name} = {before ?? "nothing"}, but this training has {value}: " +
                    "go on with the same value, or start again in another folder.");
    }

    static Dictionary<string, string> Values(TrainingOptions options) => JsonSerializer.SerializeToElement(options, json).EnumerateObject()
        .Where(p => !WithoutEffect.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value.GetRawText());

    static string Fingerprint(PixelCache photos)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < photos.Count; i++)
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(photos.Photo(i).Path)}\t{photos.Label(i)}\n"));
        return $"{photos.Count} of {photos.Size} px, {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }
}
