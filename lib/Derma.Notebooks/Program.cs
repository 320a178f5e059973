using Derma.Notebooks.Engine;
using Derma.Notebooks.Tool;

// The child process that runs one notebook, started by the runner and not by people; else the tool.
if (args is ["worker", var pipe, .. var more]) return await NotebookWorker.RunAsync(pipe, more is ["wait-for-debugger"]);
return await Dib.RunAsync(args);
