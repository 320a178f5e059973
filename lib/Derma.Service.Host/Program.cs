using System.CommandLine;
using Derma.Service.Host;

// The service takes its time to answer what it has accepted, so it listens for signals itself.
var running = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
var parsed = ServeCommand.AddTo(new RootCommand(ServeCommand.About), (named, _) => ServeCommand.NamedModel(named)).Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"derma-service: {parsed.Errors[0].Message} See --help.");
    return ServeCommand.Usage;
}
try
{
    return await parsed.InvokeAsync(running);
}
catch (UserError error)
{
    Console.Error.WriteLine($"derma-service: {error.Message}");
    return ServeCommand.Usage;
}
