namespace Derma.Service.Tests;

/// <summary>A directory of one practice that remembers what it was asked.</summary>
sealed class FakeDirectory : IDermatologistDirectory
{
    public DermatologistQuery? Asked { get; private set; }

    public Exception? Fails { get; set; }

    public Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        Asked = query;
        if (Fails is { } failure) throw failure;
        var one = new Dermatologist("1", "Practice", "Street 1", new GeoPoint(48, 11), 1.5, "unknown", OpenNow: null, "123", null);
        return Task.FromResult(new DermatologistPage([one], "more", "Invented", SampleData: true));
    }
}
