using System.Text.Json;

namespace Derma.Papers;

/// <summary>The results of a search on disk, one JSON row a trial, written as soon as the trial has ended: a search that was stopped goes on where it was.</summary>
/// <param name="path">The file; it and its folder are made where they are missing.</param>
public sealed class TrialTable(string path)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The results so far, in the order they were written. A last row that a killed process left unfinished is dropped.</summary>
    /// <exception cref="UserError">The file holds something else.</exception>
    public IReadOnlyList<TrialResult> Read()
    {
        if (!File.Exists(path)) return [];
        var text = File.ReadAllText(path);
        var rows = text.Split('\n')[..^1];
        try
        {
            return [.. rows.Select(row => JsonSerializer.Deserialize<TrialResult>(row, Json)!)];
        }
        catch (JsonException problem)
        {
            throw new UserError($"{path} is no table of trials ({problem.Message}); delete it and search again.");
        }
    }

    /// <summary>Adds one row.</summary>
    public void Add(TrialResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.OpenOrCreate);
        file.Position = EndOfLastRow(file);
        file.SetLength(file.Position);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(result, Json));
        file.WriteByte((byte)'\n');
    }

    static long EndOfLastRow(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n') return end;
        }
        return 0;
    }
}
