using System.CommandLine;
using Derma.Service.Host;

namespace Derma.Cli;

/// <summary><c>workbook serve</c>: the prediction service until Ctrl-C or SIGTERM.</summary>
static class ServeVerb
{
    public const string Name = "serve";

    public static Command Create() => ServeCommand.AddTo(new Command(Name, ServeCommand.About), ModelFile);

    /// <summary>The model of <c>--model</c>, or the one that the notebooks write.</summary>
    /// <exception cref="UserError">It is not there.</exception>
    public static string ModelFile(string? named)
    {
        if (named is not null) return ServeCommand.NamedModel(named);
        var usual = Path.Combine(Repository.Root, "models", "smart-derma-ensemble.onnx");
        return File.Exists(usual) ? usual
            : throw new UserError($"There is no model {usual} yet; './workbook run' or './workbook export' writes it, and --model takes another.");
    }
}
