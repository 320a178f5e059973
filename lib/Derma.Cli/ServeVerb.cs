using System.CommandLine;
using Derma.Service.Host;

namespace Derma.Cli;

/// <summary><c>workbook serve</c>: the prediction service until Ctrl-C or SIGTERM.</summary>
static class ServeVerb
{
    public const string Name = "serve";

    public static Command Create() => ServeCommand.AddTo(new Command(Name, ServeCommand.About), ModelFile);

    /// <summary>The model of <c>--model</c>, or the one that the notebooks write.</summary>
    /// <param name="named">The option's value.</param>
    /// <param name="distilled">Whether the distilled network is wanted, and not the vote.</param>
    /// <exception cref="UserError">It is not there.</exception>
    public static string ModelFile(string? named, bool distilled = false)
    {
        if (named is not null) return ServeCommand.NamedModel(named);
        var usual = Path.Combine(Repository.Root, "models", $"{(distilled ? RunModels.Distilled : RunModels.Ensemble)}.onnx");
        if (File.Exists(usual)) return usual;
        throw new UserError(distilled
            ? $"There is no model {usual} yet; './workbook run --only 39' writes it, and --model takes another."
            : $"There is no model {usual} yet; './workbook run' or './workbook export' writes it, and --model takes another.");
    }
}
