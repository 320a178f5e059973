using System.CommandLine;

namespace Derma.Cli;

/// <summary><c>workbook list</c>: the notebooks in order, then the solutions.</summary>
static class ListVerb
{
    public static Command Create()
    {
        var command = new Command("list", "Show the notebooks in their order.");
        command.SetAction(_ =>
        {
            foreach (var notebook in NotebookFile.All().Concat(SolutionNotebooks.All())) Console.WriteLine($"{notebook.Id,-28} {notebook.Title}");
            return ExitCode.Success;
        });
        return command;
    }
}
