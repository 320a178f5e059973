using Derma.Notebooks.Engine;
using Derma.Notebooks.Tool;

// The child processes of the runner, which starts them: one runs a notebook, the other ends a tool that would outlive the runner. Else the
// tool dib.
if (args is ["worker", var pipe, .. var more]) return await NotebookWorker.RunAsync(pipe, more is ["wait-for-debugger"]);
if (args is ["guard", var program, .. var rest]) return await ToolGuard.RunAsync(program, rest);
return await Dib.RunAsync(args);
