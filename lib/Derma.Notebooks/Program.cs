using Derma.Notebooks.Engine;

// The child processes of the runner, which starts them: one runs a notebook, the other ends a tool that would outlive the runner.
if (args is ["worker", var pipe]) return await NotebookWorker.RunAsync(pipe);
if (args is ["guard", var program, .. var rest]) return await ToolGuard.RunAsync(program, rest);
await Console.Error.WriteLineAsync("This program is started by the notebook runner: Derma.Notebooks worker PIPE");
return 2;
