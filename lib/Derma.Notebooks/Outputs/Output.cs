namespace Derma.Notebooks.Outputs;

/// <summary>One thing that a cell showed: a <see cref="StreamOutput"/>, <see cref="DisplayOutput"/>, <see cref="ResultOutput"/> or <see cref="ErrorOutput"/>.</summary>
public abstract record Output;
