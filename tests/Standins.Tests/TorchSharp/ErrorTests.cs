using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class ErrorTests
{
    [Fact]
    public void A_wrong_shape_is_told_in_the_first_line()
    {
        var error = Assert.Throws<ExternalException>(() => nn.functional.linear(zeros([2, 3]), zeros([3, 2])));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message.Split('\n')[0]);
    }

    [Fact]
    public void An_index_out_of_range_is_told() => Assert.Throws<ExternalException>(() => zeros([3]).select(0, 5));

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var t = zeros([1]);
        t.Dispose();
        t.Dispose();
        Assert.True(t.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => t.shape);
    }

    [Fact]
    public void Backward_through_a_constant_is_refused()
        => Assert.Contains("does not require grad", Assert.Throws<ExternalException>(() => zeros([1]).backward()).Message);
}
