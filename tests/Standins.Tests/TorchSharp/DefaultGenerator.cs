namespace Standins.Tests.TorchSharp;

/// <summary>The tests that draw from the one default generator take turns.</summary>
[CollectionDefinition(Name)]
public class DefaultGenerator
{
    public const string Name = "Default generator";
}
