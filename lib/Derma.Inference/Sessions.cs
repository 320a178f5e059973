using Derma.Inference.OnnxFormat;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Inference;

/// <summary>Opens model files in ONNX Runtime, on a GPU where that is wanted and possible.</summary>
static class Sessions
{
    /// <summary>Name of the processor as a place to run.</summary>
    public const string Cpu = "CPU";

    const string Cuda = "CUDA", CudaProvider = "CUDAExecutionProvider";

    /// <summary>The session and where it runs.</summary>
    /// <exception cref="UserError">The file is no model, or CUDA is asked for and does not load.</exception>
    public static (InferenceSession Session, string Provider) Open(string path, PredictorOptions options)
    {
        if (options.Device == PredictorDevice.Cpu) return (OnCpu(path, options), Cpu);
        try
        {
            return (OnCuda(path, options), Cuda);
        }
        catch (CudaMissing) when (options.Device == PredictorDevice.Auto)
        {
            return (OnCpu(path, options), Cpu);
        }
    }

    /// <summary>A session of a part of a file, on the CPU.</summary>
    public static InferenceSession OnCpu(ModelProto part, int threads)
    {
        using var settings = Settings(threads);
        return new InferenceSession(part.ToByteArray(), settings);
    }

    static InferenceSession OnCpu(string path, PredictorOptions options)
    {
        using var settings = Settings(options.Threads);
        return Open(path, settings);
    }

    static InferenceSession OnCuda(string path, PredictorOptions options)
    {
        if (!OrtEnv.Instance().GetAvailableProviders().Contains(CudaProvider))
            throw new CudaMissing("this build of ONNX Runtime has none; build with -p:Onnx=gpu");
        using var settings = Settings(options.Threads);
        try
        {
            settings.AppendExecutionProvider_CUDA(0);
        }
        catch (Exception error) when (error is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            throw new CudaMissing(FirstLine(error));
        }
        return Open(path, settings);
    }

    static InferenceSession Open(string path, SessionOptions settings)
    {
        try
        {
            return new InferenceSession(path, settings);
        }
        catch (OnnxRuntimeException error)
        {
            throw new UserError($"{path} is no ONNX model, or a damaged one ({FirstLine(error)}); './workbook export' writes a new one.");
        }
    }

    static string FirstLine(Exception error) => error.Message.Split('\n')[0].Trim();

    // One run after the other, each on all its threads: the threads wait busily inside a run, where the next layer comes at once, and sleep
    // between runs, so that a server's other threads get their turn.
    static SessionOptions Settings(int threads)
    {
        var settings = new SessionOptions
        {
            IntraOpNumThreads = threads, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL, EnableCpuMemArena = true, EnableMemoryPattern = true,
        };
        settings.AddSessionConfigEntry("session.force_spinning_stop", "1");
        return settings;
    }

    sealed class CudaMissing(string why)
        : UserError($"CUDA does not load: {why}. Use PredictorDevice.Cpu, or PredictorDevice.Auto to fall back to it.");
}

/// <summary>How a predictor answers.</summary>
public sealed record PredictorOptions
{
    /// <summary>Threads inside one run of the model.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Answers are the mean over the photo and its mirror images; costs as many runs.</summary>
    public bool Flips { get; init; }

    /// <summary>Ask the ensemble's small network first, and all of them only where that one is not sure enough.</summary>
    public bool Cascade { get; init; }

    /// <summary>A calibrated confidence below it is answered "not sure"; 0 switches that off.</summary>
    public double SureFrom { get; init; } = 0.5;

    /// <summary>How the networks of a vote share the threads.</summary>
    public Schedule Schedule { get; init; }

    /// <summary>Where to run.</summary>
    public PredictorDevice Device { get; init; } = PredictorDevice.Auto;

    /// <summary>When a photo gets a warning.</summary>
    public PhotoQualityOptions Quality { get; init; } = new();

    /// <exception cref="UserError">An option is out of range.</exception>
    internal void Validate()
    {
        OptionCheck.Require(Threads >= 1, nameof(Threads), Threads, "at least 1");
        OptionCheck.Require(SureFrom is >= 0 and <= 1, nameof(SureFrom), SureFrom, "between 0 and 1");
    }
}

/// <summary>Where a model runs.</summary>
public enum PredictorDevice
{
    /// <summary>CUDA where its provider loads, else the CPU.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>The first CUDA device; an error where its provider does not load.</summary>
    Cuda,
}
