using System.CommandLine;

namespace Derma.Cli;

/// <summary><c>workbook data</c>: the data sets that the workbook knows, a check of a folder of photos, and a card about it.</summary>
static class DataVerb
{
    public static Command Create() => new("data", "Show the known data sets, check a folder of photos, write a card about it, or pack it.")
    {
        List(), Check(), Card(), Pack(),
    };

    static Command List()
    {
        var command = new Command("list", "Show the known data sets and how to get them.");
        command.SetAction(_ =>
        {
            foreach (var entry in Catalog.Default.Entries)
                Console.WriteLine($"{entry.Id,-14} {string.Join($"\n{"",-14} ", Lines(entry))}\n");
            return ExitCode.Success;
        });
        return command;
    }

    static IEnumerable<string> Lines(CatalogEntry entry) =>
        [entry.Title, $"licence: {entry.Licence}", .. entry.Citation is "" ? [] : (string[])[$"cite: {entry.Citation}"], entry.Obtain];

    static Command Check()
    {
        var id = new Argument<string>("id") { Description = "a name from './workbook data list'" };
        var path = new Argument<string>("path") { Description = "the folder that holds the photos" };
        const string About = "Count a folder's photos by class, find unreadable and duplicate files. Exit code 1: it is not as catalogued.";
        var command = new Command("check", About) { id, path };
        command.SetAction(parsed =>
        {
            var report = CatalogCheck.Run(Catalog.Default[parsed.GetValue(id)!], Path.GetFullPath(parsed.GetValue(path)!));
            Console.WriteLine(report);
            return report.Matches ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    static Command Card()
    {
        var set = new Argument<string>("set") { Description = "ID=PATH of a folder of photos, or an ID of the catalogue alone" };
        var folder = new Option<string?>("--out") { Description = "where to write (default: runs/cards)" };
        const string About =
            "Write a data-set card: counts, copies, leaks, sizes, licence, what is known of the photos; with Croissant's JSON.";
        var command = new Command("card", About) { set, folder };
        command.SetAction(parsed =>
        {
            var spec = parsed.GetValue(set)!.Split('=', 2);
            var card = DataCard.Of(spec[0], spec.Length == 1 ? null : Path.GetFullPath(spec[1]));
            var target = parsed.GetValue(folder) is { } named ? Path.GetFullPath(named) : Path.Combine(Repository.Runs, "cards");
            foreach (var file in CardFiles.Write(card, target)) Console.WriteLine(file);
            return ExitCode.Success;
        });
        return command;
    }

    static Command Pack()
    {
        var set = new Argument<string>("set") { Description = "ID=PATH of a folder of photos" };
        var size = new Option<int>("--size")
            { Description = "width and height in pixels, as the scale trains", DefaultValueFactory = _ => Scales.Quick.ImageSize };
        const string About = "Decode a set's photos once into one file, data/packs/ID-SIZE.pack, which runs of that size then read. "
            + "It holds copies of the photos' pixels: delete it with them.";
        var command = new Command("pack", About) { set, size };
        command.SetAction((parsed, stop) => Task.FromResult(Pack(parsed.GetValue(set)!, parsed.GetValue(size), stop)));
        return command;
    }

    static int Pack(string set, int size, CancellationToken stop)
    {
        if (size is < 8 or > 1024) throw new UserError($"--size is {size}; it must be 8 to 1024 pixels.");
        var (parts, options) = (set.Split('=', 2), new LabOptions { Root = Repository.Root });
        var photos = DataSources.Open(parts.Length == 2 ? $"{parts[0]}={Path.GetFullPath(parts[1])}" : set);
        var file = PixelPack.FileIn(options.Packs, photos.Id, size);
        var progress = new Progress<int>(done => Console.Error.Write($"\rworkbook: {done:N0} of {photos.Photos.Count:N0} photos"));
        var skipped = PixelPack.Write(photos.Photos, size, options.Threads, file, Console.IsErrorRedirected ? null : progress, stop);
        Console.WriteLine($"{file} ({new FileInfo(file).Length / 1e6:0.0} MB, {photos.Photos.Count - skipped.Count:N0} photos)");
        return ExitCode.Success;
    }
}
