using Derma.Notebooks.Worker;

namespace Derma.Notebooks;

/// <summary>The child process that runs one notebook; started by the runner, not by people.</summary>
static class Program
{
    static async Task<int> Main(string[] args)
    {
        if (args is ["worker", var pipe]) return await NotebookWorker.RunAsync(pipe);
        await Console.Error.WriteLineAsync("This program is started by the notebook runner: Derma.Notebooks worker PIPE");
        return 2;
    }
}
