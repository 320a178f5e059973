namespace Microsoft.DotNet.Interactive;

/// <summary>A text that does not show itself.</summary>
public class PasswordString(string clearTextPassword)
{
    public string GetClearTextPassword() => clearTextPassword;

    public override string ToString() => new('●', clearTextPassword.Length);
}
