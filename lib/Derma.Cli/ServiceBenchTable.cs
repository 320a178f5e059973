using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>Prints what the benchmark of the prediction service measured, beside Python's evaluation of the same networks.</summary>
static class ServiceBenchTable
{
    public static void Write(BenchProgram service, IReadOnlyList<BenchProgram> python)
    {
        var result = service.Run();
        Print($"The prediction service, one request at a time, milliseconds; {result.GetProperty("photo")}, 224 px, batch 1");
        Print($"{result.GetProperty("hardware")}; percentiles by nearest rank");
        Print($"  {"",-50} {"n",5} {"p50",8} {"p95",8} {"p99",8}");
        foreach (var study in result.GetProperty("studies").EnumerateArray()) WriteStudy(study);
        foreach (var program in python) WritePython(program);
        WriteLoad(result.GetProperty("load"), result.GetProperty("queue_length").GetInt32());
    }

    static void WriteStudy(JsonElement study)
    {
        var (name, requests) = (study.GetProperty("name").GetString(), study.GetProperty("requests").GetInt32());
        foreach (var (key, what) in new[] { ("bare", "model call from the file's bytes"), ("http", "through HTTP") })
            Print($"  {$"{name}: {what}",-50} {requests,5} {Number(study, key, "p50"),8:0.0} {Number(study, key, "p95"),8:0.0} {Number(study, key, "p99"),8:0.0}");
        Print($"  {$"{name}: added by the service",-50} {requests,5} {study.GetProperty("added_p50").GetDouble(),8:0.0} {study.GetProperty("added_p95").GetDouble(),8:0.0}");
    }

    static void WritePython(BenchProgram program)
    {
        double[] times = [.. program.Run().GetProperty("milliseconds").EnumerateArray().Select(time => time.GetDouble()).Order()];
        Print($"  {program.Name,-50} {times.Length,5} {Percentile.Of(times, 50),8:0.0} {Percentile.Of(times, 95),8:0.0} {Percentile.Of(times, 99),8:0.0}");
    }

    static void WriteLoad(JsonElement load, int queue)
    {
        double Value(string name) => load.GetProperty(name).GetDouble();
        Print($"Open loop, Poisson, {Value("asked_a_second"):0.0} a second for {Value("seconds"):0} s: 150 % of the {Value("capacity"):0.0} a second that 8 senders get");
        Print($"  statuses              {string.Join(", ", load.GetProperty("statuses").EnumerateObject().Select(status => $"{status.Name}: {status.Value}"))}{Failures(load)}");
        Print($"  accepted              p50 {Value("p50"):0} ms, p99 {Value("p99"):0} ms, slowest {Value("max"):0} ms; queue of {queue} x {Value("service_time"):0.0} ms = {queue * Value("service_time"):0} ms");
        Print($"  resident memory       {load.GetProperty("resident_mib")[0]} MiB after warm-up, {load.GetProperty("resident_mib")[1]} MiB at the end");
        Print($"  generator             sent its latest request {Value("late"):0.0} ms late");
        Print($"SIGTERM with {Value("last_requests"):0} requests waiting: {Value("last_answered"):0} answered, exit code {Value("exit_code"):0}");
    }

    static string Failures(JsonElement load) => string.Concat(load.GetProperty("failures").EnumerateArray().Select(why => $"; {why}"));

    static double Number(JsonElement study, string key, string percentile) => study.GetProperty(key).GetProperty(percentile).GetDouble();

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
