namespace Derma.Cli;

/// <summary>One job of a cluster, or one array of them: a notebook, its trainings seed by seed, or the trials of its grid search.</summary>
/// <param name="Name">The notebook's name; an array has an ending besides.</param>
/// <param name="Needs">Names of the work whose results it reads.</param>
/// <param name="Resources">What it is given.</param>
/// <param name="Command">The words of its command.</param>
sealed record Work(string Name, IReadOnlyList<string> Needs, JobResources Resources, IReadOnlyList<string> Command)
{
    /// <summary>In a word of the command, the number of an array's task, from 0.</summary>
    public const string Task = "{task}";

    /// <summary>How many tasks an array has; null for a single job.</summary>
    public int? Tasks { get; init; }

    /// <summary>Whether it takes times, and so wants its node to itself.</summary>
    public bool Alone { get; init; }
}

/// <summary>A notebook that a cluster is to run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its path.</param>
/// <param name="Needs">The notebooks whose results it reads.</param>
/// <param name="Manner">The words of its line <c>runs: …</c>.</param>
sealed record PlannedNotebook(string Name, string File, IReadOnlyList<string> Needs, IReadOnlyList<string> Manner)
{
    /// <summary>Words of that line: its trainings may be done seed by seed, its grid trial by trial; it takes times.</summary>
    public const string BySeed = "by-seed", ByTrial = "by-trial", IsAlone = "alone";

    /// <summary>How many seeds its trainings repeat.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>How many trials its grid search has.</summary>
    public int Trials { get; init; }
}

/// <summary>The work of a run, in an order in which nothing comes before what it needs.</summary>
static class WorkGraph
{
    /// <summary>
    /// What to do for some notebooks: an array where one is divided, and the notebook itself after it, which reads what the array left.
    /// </summary>
    /// <param name="notebooks">The notebooks that are to run.</param>
    /// <param name="choices">What was chosen.</param>
    public static IReadOnlyList<Work> Of(IEnumerable<PlannedNotebook> notebooks, ClusterChoices choices) =>
        InOrder([.. notebooks.SelectMany(notebook => WorkOf(notebook, choices))]);

    static IEnumerable<Work> WorkOf(PlannedNotebook notebook, ClusterChoices choices)
    {
        var trains = notebook.Manner.Contains(PlannedNotebook.BySeed) || notebook.Manner.Contains(PlannedNotebook.ByTrial);
        Work Part(string ending, string part) => new(notebook.Name + ending, notebook.Needs, choices.For(trains),
            [.. choices.Program, "run", notebook.File, .. choices.Arguments, "--part", part]);
        Work? array = notebook.Manner.Contains(PlannedNotebook.BySeed) && notebook.Seeds > 1
            ? Part(".seeds", $"{RunPart.Seed}:{Work.Task}") with { Tasks = notebook.Seeds }
            : notebook.Manner.Contains(PlannedNotebook.ByTrial) && notebook.Trials > 1
                ? Part(".trials", $"{RunPart.Trial}:{Work.Task}") with { Tasks = notebook.Trials } : null;
        var whole = Part("", RunPart.Notebook) with { Alone = notebook.Manner.Contains(PlannedNotebook.IsAlone) };
        return array is null ? [whole] : [array, whole with { Needs = [.. whole.Needs, array.Name] }];
    }

    static List<Work> InOrder(IReadOnlyList<Work> all)
    {
        var (names, placed, ordered) = (all.Select(work => work.Name).ToHashSet(), new HashSet<string>(), new List<Work>());
        while (ordered.Count < all.Count)
        {
            var next = all.First(work =>
                !placed.Contains(work.Name) && work.Needs.All(need => placed.Contains(need) || !names.Contains(need)));
            placed.Add(next.Name);
            ordered.Add(next);
        }
        return ordered;
    }
}

/// <summary>The part of a notebook that one process does: <c>notebook</c>, <c>seed:2</c> or <c>trial:7</c>, counted from 0.</summary>
/// <param name="Kind">One of the three.</param>
/// <param name="Number">Which seed or trial.</param>
sealed record RunPart(string Kind, int Number)
{
    public const string Notebook = "notebook", Seed = "seed", Trial = "trial";

    /// <summary>What the part's files are called, after the notebook's name.</summary>
    public string Ending => Kind == Notebook ? "" : $".{Kind}s-{Number}";

    /// <exception cref="UserError">It is none.</exception>
    public static RunPart Parse(string text)
    {
        var words = text.Split(':');
        if (text == Notebook) return new(Notebook, 0);
        return words is [Seed or Trial, var digits] && int.TryParse(digits, out var number) && number >= 0 ? new(words[0], number)
            : throw new UserError($"--part takes {Notebook}, {Seed}:NUMBER or {Trial}:NUMBER, not '{text}'.");
    }
}
