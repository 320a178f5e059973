namespace Derma.Training;

/// <summary>A pickle that is damaged or holds more than tensors; the message goes on after "its data.pkl".</summary>
sealed class PickleException(string message) : Exception(message)
{
    /// <summary>What is on the stack or in the memo does not fit the opcode.</summary>
    public static PickleException Damaged() => new("is damaged");
}
