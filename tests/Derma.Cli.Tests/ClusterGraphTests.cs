using Derma.Papers;

namespace Derma.Cli.Tests;

/// <summary>How a run becomes work for a cluster, and how long it would take.</summary>
public class ClusterGraphTests
{
    static ClusterChoices Choices() => new()
    {
        Cluster = ClusterChoices.Slurm, RunFolder = "/runs/one", Root = "/work book", Program = ["dotnet", "/work book/workbook.dll"],
        Arguments = ["--out", "/runs/one", "--threads", "2"], Jobs = new(new(8, 32, 1440, Gpus: 1), new(4, 16, 240)),
    };

    static PlannedNotebook Notebook(string name, string[] needs, params string[] manner) => new(name, $"/n/{name}.dib", needs, manner);

    /// <summary>Each with its number of tasks.</summary>
    static string Names(IEnumerable<Work> works) => string.Join(", ", works.Select(work => $"{work.Name} {work.Tasks}"));

    [Fact]
    public void A_notebook_of_several_seeds_is_an_array_and_then_the_notebook_which_waits_for_it()
    {
        var works = WorkGraph.Of([Notebook("11", ["01"], "by-seed") with { Seeds = 3 }], Choices());
        Assert.Equal("11.seeds 3, 11 ", Names(works));
        Assert.Equal(["01"], works[0].Needs);
        Assert.Equal(["01", "11.seeds"], works[1].Needs);
        Assert.Equal(["--part", "seed:{task}"], works[0].Command.TakeLast(2));
        Assert.Equal(["--part", "notebook"], works[1].Command.TakeLast(2));
    }

    [Fact]
    public void One_seed_is_one_job_and_a_grid_is_an_array_of_its_trials()
    {
        var (grid, reading) = (Notebook("37", [], "by-trial") with { Trials = 24, Seeds = 5 }, Notebook("52", []) with { Seeds = 5 });
        var works = WorkGraph.Of([Notebook("11", [], "by-seed"), grid, reading], Choices());
        Assert.Equal("11 , 37.trials 24, 37 , 52 ", Names(works));
    }

    [Fact]
    public void What_trains_gets_the_training_resources_and_an_option_stands_in_for_the_scale()
    {
        var choices = Choices() with { Instead = (null, 64, null, null) };
        var works = WorkGraph.Of([Notebook("11", [], "by-seed"), Notebook("21", ["11"])], choices);
        Assert.Equal([new JobResources(8, 64, 1440, 1), new JobResources(4, 64, 240)], works.Select(work => work.Resources));
    }

    [Fact]
    public void Work_stands_after_what_it_needs_whatever_the_order_of_the_files()
    {
        var works = WorkGraph.Of([Notebook("a", ["c"]), Notebook("b", []), Notebook("c", ["b", "elsewhere"])], Choices());
        Assert.Equal(["b", "c", "a"], works.Select(work => work.Name));
    }

    [Theory]
    [InlineData("notebook", "notebook", 0, "")]
    [InlineData("seed:2", "seed", 2, ".seeds-2")]
    [InlineData("trial:11", "trial", 11, ".trials-11")]
    public void A_part_names_what_it_does_and_its_files(string text, string kind, int number, string ending)
    {
        var part = RunPart.Parse(text);
        Assert.Equal((kind, number, ending), (part.Kind, part.Number, part.Ending));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("seed:-1")]
    [InlineData("night:1")]
    public void Another_part_is_refused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<UserError>(() => RunPart.Parse(text)).Message);

    // a 10 s, then b of 4 tasks of 6 s and c of 20 s, then d of 5 s.
    static readonly TimedWork[] diamond =
        [new("a", ["met"], 10), new("b", ["a"], 6, 4), new("c", ["a"], 20), new("d", ["b", "c"], 5)];

    [Theory]
    [InlineData(1, 59)] // 10 + 24 + 20 + 5
    [InlineData(2, 47)] // a to 10; b to 16, 16, 22, 22; c from 22 to 42; d to 47
    [InlineData(3, 41)] // b to 16, 16, 16 and 22; c from 16 to 36; d to 41
    [InlineData(5, 35)] // c from 10 to 30; d to 35
    [InlineData(64, 35)]
    public void A_graph_takes_on_so_many_nodes_what_a_hand_finds(int nodes, double seconds) =>
        Assert.Equal(seconds, Simulation.Run(diamond, nodes).Seconds);

    [Fact]
    public void Nodes_are_busy_for_the_share_of_their_time_that_the_work_takes() =>
        Assert.Equal(59.0 / (2 * 47), Simulation.Run(diamond, 2).Busy, 12);

    [Fact]
    public void A_limit_keeps_tasks_of_an_array_waiting_while_nodes_are_free() =>
        Assert.Equal(39, Simulation.Run(diamond, 64, limit: 1).Seconds); // b one after the other, from 10 to 34

    [Fact]
    public void The_critical_path_is_the_longest_chain()
    {
        var (seconds, names) = Simulation.CriticalPath(diamond);
        Assert.Equal(35, seconds);
        Assert.Equal(["a", "c", "d"], names);
    }
}
