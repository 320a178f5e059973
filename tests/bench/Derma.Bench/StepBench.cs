using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Bench;

/// <summary>Times training steps of one network on one fixed batch, as python/step.py and, for attempt 9's CNN, cpp/step.cpp do.</summary>
static class StepBench
{
    // Forward once, and backward once towards the weights and once towards the maps.
    const int WarmUp = 5, Passes = 3;

    public static int Run(string network, int size, int batch, int steps, int threads, string layout, bool keepLargeBlocks)
    {
        if (keepLargeBlocks) Allocator.KeepLargeBlocks();
        set_num_threads(threads);
        random.manual_seed(1);
        using var model = Build(network, size);
        using var optimizer = optim.Adam(model.parameters(), lr: 1e-3, eps: 1e-7);
        using var images = Images(batch, size, layout);
        using var labels = tensor(Enumerable.Range(0, batch).Select(i => (long)(i % model.Classes)).ToArray());
        model.train();
        for (var i = 0; i < WarmUp; i++) Step(model, optimizer, images, labels);
        var memory = new List<long>();
        var times = new List<double>();
        var loss = 0f;
        for (var i = 1; i <= steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            loss = Step(model, optimizer, images, labels);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (i is 100 or 1000) memory.Add(Report.ResidentMiB());
        }
        Report.Write(new { milliseconds = times, loss, multiply_adds = Passes * batch * MultiplyAdds.Of(model, size), peak_mib = Report.PeakMiB(), resident_mib = memory });
        return 0;
    }

    static Classifier Build(string network, int size) => network == "report_cnn"
        ? new PaperCnn(new PaperCnnOptions { ImageSize = size, Dropout = 0.25, Head = HeadActivation.Softmax })
        : Networks.Build(network);

    static Tensor Images(int batch, int size, string layout)
    {
        using var pixels = rand(batch, size, size, 3);
        using var images = pixels.permute(0, 3, 1, 2);
        return layout == "nchw" ? images.contiguous() : images.alias();
    }

    static float Step(Classifier model, optim.Optimizer optimizer, Tensor images, Tensor labels)
    {
        using var scope = NewDisposeScope();
        model.zero_grad(); // as the trainer does; the optimizer's own would fill the gradients with zeros to be added to
        var loss = nn.functional.cross_entropy(model.call(images), labels);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }
}
