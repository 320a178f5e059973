using System.Diagnostics;
using System.Text;

namespace Derma.Training.Tests;

/// <summary>Files of every kind below a set's folder: used, or listed with the reason; nothing stops the listing or waits for ever.</summary>
public sealed class NothingLostTests : IDisposable
{
    static readonly string[] Classes = ["A", "B"];
    readonly TemporaryFolder folder = new();

    public NothingLostTests()
    {
        foreach (var part in new[] { "train", "test" })
            foreach (var name in Classes)
                for (var i = 0; i < 4; i++) Photo($"{part}/{name}/{i}.jpg");
    }

    public void Dispose() => folder.Dispose();

    void Photo(string name) => folder.Write(name, PhotoBytes.Named(name));

    PhotoSet Open() => DataSources.Open($"mine={folder.Path}");

    string Complaint() => Assert.Throws<UserError>(() => Open()).Message;

    /// <summary>The reason of the one file that is not used.</summary>
    string Reason(string file)
    {
        var set = Open();
        Assert.Equal((16, 17), (set.Photos.Count, set.Found));
        Assert.Equal(file, Assert.Single(set.Skipped).NameIn(folder.Path));
        return set.Skipped[0].Reason;
    }

    static void Make(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Skip.IfNot(process.ExitCode == 0, "This user may not mount a small disk.");
    }

    [Theory]
    [InlineData("train/A/x.jfif"), InlineData("train/A/x.jpe"), InlineData("train/A/none"), InlineData("train/A/deep/er/x.JPEG"), InlineData("train/A/x.webp")]
    [InlineData("train/A/two\nlines.jpg"), InlineData("train/A/ 'quoted' \"and\" #1 %20 ?.jpg"), InlineData("train/A/日本.jpg")]
    public void A_jpeg_is_a_photo_whatever_its_name_and_depth(string name)
    {
        Photo(name);
        var set = Open();
        Assert.Equal((17, 17, 0), (set.Photos.Count, set.Found, set.Skipped.Count));
        Assert.Equal(0, Assert.Single(set.Photos, photo => photo.Path == folder.File(name)).Label);
    }

    [Fact]
    public void Pictures_of_other_kinds_are_listed_by_name()
    {
        foreach (var (name, bytes, _) in BadPhotoKinds.All) folder.Write($"train/B/{name.Replace(".jpg", ".bin")}", bytes);
        var set = Open();
        Assert.Equal(BadPhotoKinds.All.Count, set.Skipped.Count);
        Assert.All(set.Skipped, file => Assert.Equal("is neither a JPEG nor a PNG", file.Reason));
    }

    [Theory, InlineData("x.jpg"), InlineData("notes/x.jpg")]
    public void A_photo_outside_of_the_parts_is_listed(string name)
    {
        Photo(name);
        Assert.Equal("lies in none of the parts train, test", Reason(name));
    }

    [Fact]
    public void A_photo_beside_the_classes_is_listed()
    {
        Photo("train/x.jpg");
        Assert.Equal("lies in no class's folder", Reason("train/x.jpg"));
    }

    [Theory, InlineData("/gone/x.jpg"), InlineData("x.jpg"), InlineData("../../../../../x")]
    public void A_link_that_leads_nowhere_is_listed(string target)
    {
        File.CreateSymbolicLink(folder.File("train/A/x.jpg"), target);
        Assert.Equal("is a link that leads nowhere", Reason("train/A/x.jpg"));
    }

    [Fact]
    public void Links_in_a_circle_are_listed_and_end()
    {
        Directory.CreateSymbolicLink(folder.File("train/A/up"), "..");
        Assert.Equal("is a link to a folder that is listed already", Reason("train/A/up"));
    }

    [Fact]
    public void A_class_may_be_a_link_to_a_folder_elsewhere()
    {
        using var elsewhere = new TemporaryFolder();
        for (var i = 0; i < 3; i++) elsewhere.Write($"{i}.jpg", PhotoBytes.Named($"else{i}"));
        Directory.CreateSymbolicLink(folder.File("train/C"), elsewhere.Path);
        Photo("test/C/1.jpg");
        Assert.Equal([4, 4, 3], Open().CountPerClass(Subset.Train));
    }

    [SkippableTheory]
    [InlineData("p", new string[0]), InlineData("c", new[] { "1", "5" })]
    public void A_pipe_or_device_is_listed_and_never_opened(string kind, string[] numbers)
    {
        Make("mknod", [folder.File("train/A/x.jpg"), kind, .. numbers]);
        Assert.Equal("is empty", Reason("train/A/x.jpg"));
    }

    [Theory, InlineData("/dev/zero"), InlineData("/dev/tty")]
    public void A_link_to_a_device_is_listed_and_never_opened(string device)
    {
        File.CreateSymbolicLink(folder.File("train/A/x.jpg"), device);
        Assert.Equal("is empty", Reason("train/A/x.jpg"));
    }

    [Fact]
    public void A_socket_is_listed()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(folder.File("train/A/x.jpg")));
        Assert.Equal("is empty", Reason("train/A/x.jpg"));
    }

    [Fact]
    public void A_file_of_three_gigabytes_is_listed_unread()
    {
        using (var file = File.Create(folder.File("train/A/x.jpg"))) file.SetLength(3L << 30);
        Assert.Equal("is larger than 256 MB", Reason("train/A/x.jpg"));
    }

    [Fact]
    public void A_name_that_is_no_utf_8_is_listed()
    {
        Make("sh", "-c", $"cp '{folder.File("train/A/0.jpg")}' \"$(printf '{folder.Path}/train/A/Ekz\\351ma.jpg')\"");
        Assert.Equal("has a name that is not valid UTF-8; rename it", Reason("train/A/Ekz\uFFFDma.jpg"));
        Make("sh", "-c", $"rm '{folder.Path}'/train/A/Ekz*");
    }

    [Fact]
    public void Every_class_without_a_readable_photo_is_named_at_once()
    {
        foreach (var file in Directory.GetFiles(folder.File("train/A")).Concat(Directory.GetFiles(folder.File("test/B")))) File.WriteAllText(file, "no photo");
        var complaint = Complaint();
        Assert.Contains("A has no readable training photo", complaint);
        Assert.Contains("B has no readable held-out photo", complaint);
    }

    [Fact]
    public void A_class_of_photos_that_are_all_cut_short_is_named()
    {
        foreach (var file in Directory.GetFiles(folder.File("train/B"))) File.WriteAllBytes(file, File.ReadAllBytes(file)[..^40]);
        Assert.Contains("B has no readable training photo", Complaint());
    }

    [Fact]
    public void A_set_without_a_readable_photo_says_so()
    {
        foreach (var file in Directory.GetFiles(folder.Path, "*.jpg", SearchOption.AllDirectories)) File.WriteAllText(file, "junk");
        Assert.Contains("No photo in", Complaint());
        Assert.Contains("can be read", Complaint());
    }

    [Fact]
    public void A_class_of_one_photo_is_remarked()
    {
        foreach (var i in new[] { 1, 2, 3 }) File.Delete(folder.File($"train/A/{i}.jpg"));
        Assert.Contains(Open().Remarks, remark => remark.StartsWith("A has one training photo", StringComparison.Ordinal));
    }

    [Theory, InlineData("Éczéma", "éCZéma"), InlineData("Ekz\u00e9ma", "Ekze\u0301ma"), InlineData("A", "A "), InlineData("각", "\u1100\u1161\u11a8")]
    public void Classes_that_a_reader_takes_for_one_are_named(string first, string second)
    {
        foreach (var part in new[] { "train", "test" })
            foreach (var name in new[] { first, second }) Photo($"{part}/{name}/1.jpg");
        Assert.Contains("differ only in case, spaces or how an accent is stored", Complaint());
        Assert.Contains($"'{second}'", Complaint());
    }

    [Fact]
    public void A_held_out_class_in_another_case_or_form_is_the_training_class()
    {
        Photo("train/Ekz\u00e9ma/1.jpg");
        Photo("test/ekze\u0301ma/1.jpg");
        Assert.Equal([4, 4, 1], Open().CountPerClass(Subset.Validation));
    }

    [Theory, InlineData("archive"), InlineData("archive/archive")]
    public void A_folder_that_holds_nothing_but_the_set_is_the_set(string outer)
    {
        var inner = folder.File(outer);
        Directory.CreateDirectory(inner);
        foreach (var part in new[] { "train", "test" }) Directory.Move(folder.File(part), Path.Combine(inner, part));
        folder.Write("readme.txt", Encoding.UTF8.GetBytes("hello"));
        Assert.Equal("is neither a JPEG nor a PNG", Reason("readme.txt"));
    }
}
