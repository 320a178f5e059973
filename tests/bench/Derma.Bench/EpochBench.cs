using System.Diagnostics;

namespace Derma.Bench;

/// <summary>Times whole epochs from JPEG files, decoding included, as python/epoch.py does: horizontal flips, attempt 9's CNN, Adam.</summary>
static class EpochBench
{
    public static int Run(string folder, int size, int epochs, int threads)
    {
        Allocator.KeepLargeBlocks();
        var photos = ImageFolder.Open("bench", folder);
        var seconds = new List<double>();
        var loss = 0.0;
        var files = photos.Of(Subset.Train);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var model = new PaperCnn(new PaperCnnOptions { Classes = photos.Classes.Count, ImageSize = size, Dropout = 0.25, Head = HeadActivation.Softmax });
            var start = Stopwatch.GetTimestamp();
            var cache = PixelCache.Load(files, size, threads); // decoded anew each time: the files are part of this measurement
            using var trainer = new Trainer(model, cache, null, new TrainingOptions
            {
                Epochs = 1, LearningRate = 1e-3, Threads = threads, Augmentation = new AugmentationOptions { HorizontalFlip = true },
            });
            loss = trainer.Fit().History.Last!.TrainLoss;
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Report.Write(new { seconds, photos = files.Count, loss, peak_mib = Report.PeakMiB() });
        return 0;
    }

    public static int Draw(string folder, int size, int photos)
    {
        var drawn = DrawnPhotos.Open(new SyntheticOptions { Size = size, TrainPhotos = photos, TestPhotos = 128 }, folder);
        Report.Write(new { photos = drawn.Photos.Count });
        return 0;
    }
}
