namespace Derma.Bench;

/// <summary>Times answers of one network, or of Smart Derma's three as a vote, in the training framework or in ONNX Runtime, as python/eval.py does.</summary>
static class EvalBench
{
    const int Classes = 13, WarmUp = 3;

    public static int Run(string engine, string network, int size, int batch, int runs, int threads)
    {
        Allocator.KeepLargeBlocks();
        string[] names = network == "ensemble" ? [.. PaperExperiments.All.Select(experiment => experiment.Network.Architecture)] : [network];
        EnsembleMember[] members = [.. names.Select(name => new EnsembleMember(name, Network(name), 1.0 / names.Length))];
        var file = Path.Combine(Path.GetTempPath(), $"derma-bench-{Environment.ProcessId}.onnx");
        try
        {
            if (engine == "onnx") Export(members, size, file);
            var one = new SpeedCase(network, [.. members.Select(member => (member.Model, member.Weight))], file);
            var options = new SpeedOptions { WarmUp = WarmUp, LeastRuns = runs, MostRuns = runs };
            var times = engine == "onnx" ? SpeedComparison.Onnx(one, batch, threads, options) : SpeedComparison.Framework(one, size, batch, threads, options);
            var work = batch * members.Sum(member => MultiplyAdds.Of(member.Model, size));
            Report.Write(new { milliseconds = times.Milliseconds, multiply_adds = work, peak_mib = Report.PeakMiB() });
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    static Classifier Network(string name)
    {
        var model = Networks.Build(name, Classes);
        model.Normalisation = Normalisation.ImageNet;
        return model;
    }

    static void Export(EnsembleMember[] members, int size, string file)
    {
        var info = new ModelInfo
        {
            Id = "bench", Title = "Bench", Classes = [.. Enumerable.Range(0, Classes).Select(c => $"class {c}")], ImageSize = size,
            Weights = members.ToDictionary(member => member.Name, member => member.Weight), Run = "none", TrainedOn = "nothing", Synthetic = true, LibraryVersion = "0.0.0",
        };
        if (members.Length == 1) OnnxExport.Save(members[0].Model, info, file);
        else OnnxExport.SaveEnsemble(members, info, file);
    }
}
