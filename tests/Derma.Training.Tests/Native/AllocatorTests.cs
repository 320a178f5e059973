namespace Derma.Training.Tests;

public class AllocatorTests
{
    [SkippableFact]
    public void Glibc_takes_the_settings()
    {
        Skip.IfNot(File.Exists("/lib/x86_64-linux-gnu/libc.so.6"), "There is no glibc here.");
        Assert.True(Allocator.KeepLargeBlocks());
    }
}
