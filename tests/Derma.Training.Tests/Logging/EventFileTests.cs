using System.Text;
using Google.Protobuf;

namespace Derma.Training.Tests;

public sealed class EventFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_record_of_a_file_starts_with_the_bytes_that_tensorflow_writes()
    {
        using var writer = new EventWriter(folder.Path);
        Assert.Equal("1800000000000000a37f4b22", Convert.ToHexStringLower(Bytes(writer)[..12]));
        Assert.Contains("brain.Event:2", Encoding.ASCII.GetString(Bytes(writer)));
        Assert.Contains("tfevents", Path.GetFileName(writer.Path));
    }

    [Fact]
    public void A_scalar_is_the_protobuf_message_worked_out_by_hand()
    {
        using var writer = new EventWriter(folder.Path, new StoppedClock(1000));
        var before = Bytes(writer).Length;
        writer.Scalar("a", 1.0, step: 3);
        // wall_time 1000.0, step 3, summary { value { tag "a", simple_value 1.0 } } after the record's 12-byte header.
        Assert.Equal("09" + "0000000000408f40" + "1003" + "2a0a" + "0a08" + "0a0161" + "150000803f",
            Convert.ToHexStringLower(Bytes(writer)[(before + 12)..^4]));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        byte[] png = [137, 80, 78, 71];
        using (var writer = new EventWriter(folder.Path))
        {
            writer.Scalar("loss/train", 0.25, step: 7);
            writer.Text("config", "*ü*", step: 0);
            writer.Image("photo", png, width: 2, height: 1, step: 1);
            writer.Histogram("weights", [-1f, 0f, 0.9f, 1f, float.NaN], step: 2, buckets: 2);
        }
        var values = EventReader.Read(Directory.GetFiles(folder.Path).Single());
        Assert.Equal(["loss/train", "config", "photo", "weights"], values.Select(v => v.Tag));
        Assert.Equal((7, 0.25f), (values[0].Step, values[0].Scalar));
        Assert.Equal("*ü*", values[1].Text);
        Assert.Equal(png, values[2].Png);
        Assert.Equal([1, 3], values[3].Histogram!.Counts);
        Assert.Equal([0, 1], values[3].Histogram!.RightEdges);
        Assert.Equal((-1, 1, 4), (values[3].Histogram!.Min, values[3].Histogram!.Max, values[3].Histogram!.Count));
    }

    [Fact]
    public void A_histogram_is_the_protobuf_message_worked_out_by_hand()
    {
        using var writer = new EventWriter(folder.Path, new StoppedClock(1000));
        var before = Bytes(writer).Length;
        writer.Histogram("h", [0f, 1f, 2f], step: 1, buckets: 2);
        // min 0 (left out, as proto3 does), max 2, num 3, sum 3, sum_squares 5, bucket_limit 1 and 2 packed, bucket 1 and 2 packed.
        var histogram = "11" + "0000000000000040" + "19" + "0000000000000840" + "21" + "0000000000000840" + "29" + "0000000000001440"
            + "3210" + "000000000000f03f" + "0000000000000040" + "3a10" + "000000000000f03f" + "0000000000000040";
        Assert.Equal("09" + "0000000000408f40" + "1001" + "2a4f" + "0a4d" + "0a0168" + "2a48" + histogram,
            Convert.ToHexStringLower(Bytes(writer)[(before + 12)..^4]));
    }

    [Fact]
    public void A_text_and_a_picture_have_the_fields_that_tensorboard_looks_for()
    {
        using var writer = new EventWriter(folder.Path);
        writer.Text("config", "abc", step: 1);
        writer.Image("photo", [1], width: 3, height: 2, step: 1);
        var values = EventReader.Read(writer.Path).Select(logged => logged.Value).ToArray();
        Assert.Equal("0807" + "12041202" + "0801" + "4203616263", Convert.ToHexStringLower(values[0].Tensor.ToByteArray()));
        Assert.Equal(("text", 2), (values[0].Metadata.PluginData.PluginName, (int)values[0].Metadata.DataClass));
        Assert.Equal((2, 3, 3), (values[1].Image.Height, values[1].Image.Width, values[1].Image.Colorspace));
    }

    [Fact]
    public void A_value_is_in_the_file_before_the_writer_is_closed()
    {
        using var writer = new EventWriter(folder.Path);
        writer.Scalar("a", 1, step: 1);
        Assert.Equal([(1, 1f)], EventReader.Scalars(writer.Path, "a"));
    }

    [Fact]
    public void Two_writers_in_one_second_do_not_share_a_file()
    {
        using var first = new EventWriter(folder.Path, new StoppedClock(5));
        using var second = new EventWriter(folder.Path, new StoppedClock(5));
        Assert.NotEqual(first.Path, second.Path);
    }

    static byte[] Bytes(EventWriter writer)
    {
        using var stream = new FileStream(writer.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    sealed class StoppedClock(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
