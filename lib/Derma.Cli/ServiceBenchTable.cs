using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>Prints what the benchmark of the prediction service measured, beside Python's evaluation of the same networks.</summary>
static class ServiceBenchTable
{
    public static void Write(BenchProgram service, IReadOnlyList<BenchProgram> python)
    {
        var result = service.Run();
        Console.WriteLine($"The prediction service, one request at a time, milliseconds; {result.GetProperty("photo")}, 224 px, batch 1");
        Console.WriteLine($"{result.GetProperty("hardware")}; percentiles by nearest rank");
        Console.WriteLine($"  {"",-50} {"n",5} {"p50",8} {"p95",8} {"p99",8}");
        foreach (var study in result.GetProperty("studies").EnumerateArray()) WriteStudy(study);
        foreach (var program in python) WritePython(program);
        WriteLoad(result.GetProperty("load"), result.GetProperty("queue_length").GetInt32());
    }

    /// <summary>The vote, the cascade and the distilled network, asked in turn about the same photos.</summary>
    public static void WritePolicies(BenchProgram program)
    {
        var result = program.Run();
        Console.WriteLine($"Who answers: {result.GetProperty("photos")} test photos of the newest run as JPEG 600 x 450, "
            + $"{result.GetProperty("size")} px, one request at a time, ways in turn, milliseconds");
        Console.WriteLine(result.GetProperty("hardware"));
        Console.WriteLine($"  {"",-40} {"p50",8} {"p95",8} {"photos/s",9} {"alone",7} {"right",7} {"won",5} {"lost",5} {"MiB",5}");
        foreach (var way in result.GetProperty("ways").EnumerateArray()) WritePolicy(way);
        Console.WriteLine("  won and lost: photos that this way alone answers rightly, and the vote alone.");
    }

    static void WritePolicy(JsonElement way)
    {
        var times = $"{Value(way, "p50"),8:0.0} {Value(way, "p95"),8:0.0} {Value(way, "a_second"),9:0.0}";
        var answers = $"{100 * Value(way, "alone"),5:0} % {100 * Value(way, "right"),5:0.0} %";
        var beside = $"{way.GetProperty("won"),5} {way.GetProperty("lost"),5} {way.GetProperty("resident_mib"),5}";
        Console.WriteLine($"  {way.GetProperty("name"),-40} {times} {answers} {beside}");
    }

    public static void WriteHostile(BenchProgram program)
    {
        var result = program.Run();
        Console.WriteLine(
            $"Hostile uploads, one at a time; after them SIGTERM ended the service with exit code {result.GetProperty("exit_code")}");
        Console.WriteLine($"  {"",-42} {"status",6} {"code",-18} {"ms",8} {"growth MiB",10}");
        foreach (var row in result.GetProperty("rows").EnumerateArray())
            Console.WriteLine(
                $"  {row.GetProperty("name"),-42} {row.GetProperty("status"),6} {row.GetProperty("word"),-18} "
                + $"{row.GetProperty("milliseconds").GetDouble(),8:0.0} {row.GetProperty("growth_mib").GetInt64(),10}");
    }

    public static void WriteMutations(BenchProgram program)
    {
        var result = program.Run();
        var memory = result.GetProperty("resident_mib").EnumerateArray().Select(value => value.GetInt64()).ToList();
        var statuses = result.GetProperty("statuses").EnumerateArray()
            .Select(each => $"{each.GetProperty("status")}: {each.GetProperty("count")}");
        Console.WriteLine($"Mutated photos, by status: {string.Join(", ", statuses)}");
        Console.WriteLine(
            $"  resident after the first 500 and at the end: {memory[0]} and {memory[1]} MiB, "
            + $"peak {result.GetProperty("peak_mib")} MiB; exit code {result.GetProperty("exit_code")}");
    }

    static void WriteStudy(JsonElement study)
    {
        var (name, requests) = (study.GetProperty("name").GetString(), study.GetProperty("requests").GetInt32());
        foreach (var (key, what) in new[] { ("bare", "model call from the file's bytes"), ("http", "through HTTP") })
            Row($"{name}: {what}", requests, Number(study, key, "p50"), Number(study, key, "p95"), Number(study, key, "p99"));
        Row($"{name}: added by the service", requests, Value(study, "added_p50"), Value(study, "added_p95"));
    }

    static void WritePython(BenchProgram program)
    {
        double[] times = [.. program.Run().GetProperty("milliseconds").EnumerateArray().Select(time => time.GetDouble()).Order()];
        Row(program.Name, times.Length, Percentile.Of(times, 50), Percentile.Of(times, 95), Percentile.Of(times, 99));
    }

    static void Row(string name, int count, params double[] percentiles) =>
        Console.WriteLine($"  {name,-50} {count,5}{string.Concat(percentiles.Select(value => $" {value,8:0.0}"))}");

    static void WriteLoad(JsonElement load, int queue)
    {
        double Of(string name) => Value(load, name);
        var (statuses, memory) = (load.GetProperty("statuses").EnumerateObject(), load.GetProperty("resident_mib"));
        Console.WriteLine(
            $"Open loop, Poisson, {Of("asked_a_second"):0.0} a second for {Of("seconds"):0} s: "
            + $"150 % of the {Of("capacity"):0.0} a second that 8 senders get");
        Console.WriteLine(
            $"  statuses              {string.Join(", ", statuses.Select(status => $"{status.Name}: {status.Value}"))}{Failures(load)}");
        Console.WriteLine(
            $"  accepted              p50 {Of("p50"):0} ms, p99 {Of("p99"):0} ms, slowest {Of("max"):0} ms; "
            + $"queue of {queue} x {Of("service_time"):0.0} ms = {queue * Of("service_time"):0} ms");
        Console.WriteLine($"  resident memory       {memory[0]} MiB after warm-up, {memory[1]} MiB at the end");
        Console.WriteLine($"  generator             sent its latest request {Of("late"):0.0} ms late");
        Console.WriteLine(
            $"SIGTERM with {Of("last_requests"):0} requests waiting: {Of("last_answered"):0} answered, exit code {Of("exit_code"):0}");
    }

    static string Failures(JsonElement load) =>
        string.Concat(load.GetProperty("failures").EnumerateArray().Select(why => $"; {why}"));

    static double Number(JsonElement study, string key, string percentile) => Value(study.GetProperty(key), percentile);

    static double Value(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
