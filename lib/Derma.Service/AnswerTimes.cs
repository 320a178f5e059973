using System.Globalization;

namespace Derma.Service;

/// <summary>Where the time of one prediction went.</summary>
/// <param name="Decode">Decoding and judging the photo.</param>
/// <param name="Queue">Waiting for the model.</param>
/// <param name="Model">The run of the model.</param>
/// <param name="Total">From the request's headers to its answer, upload and waiting included.</param>
readonly record struct AnswerTimes(TimeSpan Decode, TimeSpan Queue, TimeSpan Model, TimeSpan Total)
{
    /// <summary>Value of the <c>Server-Timing</c> header, in milliseconds.</summary>
    public string Header => string.Create(CultureInfo.InvariantCulture,
        $"decode;dur={Decode.TotalMilliseconds:0.###}, queue;dur={Queue.TotalMilliseconds:0.###}, model;dur={Model.TotalMilliseconds:0.###}, total;dur={Total.TotalMilliseconds:0.###}");
}
