namespace Derma.Training.Tests;

public class MaskedCrcTests
{
    [Fact]
    public void Checksums_of_the_nine_digits_are_the_published_ones()
    {
        Assert.Equal(0xE3069283u, MaskedCrc.Crc32C("123456789"u8));
        Assert.Equal(0xC78AB0E5u, MaskedCrc.Of("123456789"u8));
    }

    [Fact]
    public void Checksum_of_32_zero_bytes_is_the_one_in_rfc_3720() => Assert.Equal(0x8A9136AAu, MaskedCrc.Crc32C(new byte[32]));
}
