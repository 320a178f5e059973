namespace Derma.Papers;

/// <summary>Which addresses may be asked: this machine, and the one service that a person names.</summary>
public static class ServiceTarget
{
    /// <summary>The environment variable that names a remote service.</summary>
    public const string Variable = "DERMA_SERVICE_URL";

    /// <summary>The remote service that a person named, or null.</summary>
    /// <exception cref="UserError">The variable holds no address of the web.</exception>
    public static Uri? Remote()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UserError($"{Variable} is '{text}'; give the address of a running service, such as https://derma.example/.");
    }

    /// <summary>Lets an address pass.</summary>
    /// <exception cref="UserError">It is neither on this machine nor the named one.</exception>
    public static Uri Checked(Uri address) => address.IsLoopback || Remote()?.Authority == address.Authority
        ? address
        : throw new UserError($"{address} is not on this machine; to measure a service elsewhere that is yours, name it in {Variable}.");
}
