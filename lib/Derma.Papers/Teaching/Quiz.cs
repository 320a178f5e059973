namespace Derma.Papers;

/// <summary>Questions whose answers come from the run; those that do not are written in the notebook's text.</summary>
public static class Quiz
{
    /// <summary>A question with its answer folded below it.</summary>
    /// <param name="number">Its place among the notebook's questions.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer, with this run's numbers in it.</param>
    public static HtmlView Ask(int number, string question, string answer) => new(Html.Of($"""
        <ol class="dw-quiz" start="{number}"><li><p>{question}</p>
        <details><summary>Answer</summary><p>{answer}</p></details></li></ol>

        """));
}
