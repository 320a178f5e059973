namespace Microsoft.DotNet.Interactive.Commands;

public class SubmitCode(string code) : KernelCommand
{
    public string Code { get; } = code;

    public override string ToString() => $"{nameof(SubmitCode)}: {Code}";
}
