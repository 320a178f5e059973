namespace Derma.Core;

/// <summary>Input that a person can mend: a missing folder, an unknown id, a photo set of one class.</summary>
/// <param name="message">One sentence that names the file or option and says what to do.</param>
public class UserError(string message) : Exception(message);
