using System.CommandLine;

namespace Derma.Cli;

/// <summary><c>workbook list</c>: the notebooks in order.</summary>
static class ListVerb
{
    public static Command Create()
    {
        var command = new Command("list", "Show the notebooks in their order.");
        command.SetAction(_ =>
        {
            foreach (var notebook in NotebookFile.All()) Console.WriteLine($"{notebook.Id,-24} {notebook.Title}");
            return ExitCode.Success;
        });
        return command;
    }
}
