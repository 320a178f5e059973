using Derma.Notebooks.Engine;

// The child process that runs one notebook; started by the runner, not by people.
if (args is ["worker", var pipe]) return await NotebookWorker.RunAsync(pipe);
await Console.Error.WriteLineAsync("This program is started by the notebook runner: Derma.Notebooks worker PIPE");
return 2;
