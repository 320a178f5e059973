namespace Derma.Training.Tests;

/// <summary>The files of weights.py, written once for all tests of a class.</summary>
public sealed class PythonWeights : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Lazy<bool> written;

    public PythonWeights() => written = new(() =>
    {
        PythonTorch.Script("weights.py", folder.Path);
        return true;
    });

    public string File(string name) => written.Value ? folder.File(name) : "";

    public void Dispose() => folder.Dispose();
}
