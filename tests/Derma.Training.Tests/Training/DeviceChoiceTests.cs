using TorchSharp;

namespace Derma.Training.Tests;

public class DeviceChoiceTests
{
    [Theory]
    [InlineData("auto", DeviceKind.Auto, null)]
    [InlineData(" CPU ", DeviceKind.Cpu, null)]
    [InlineData("cuda", DeviceKind.Cuda, null)]
    [InlineData("cuda:1", DeviceKind.Cuda, 1)]
    public void A_choice_is_read_and_written(string text, DeviceKind kind, int? index)
    {
        var choice = DeviceChoice.Parse(text);
        Assert.Equal(new DeviceChoice(kind, index), choice);
        Assert.Equal(text.Trim().ToLowerInvariant(), choice.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cpu:0")]
    public void Anything_else_is_refused_with_what_there_is(string text) =>
        Assert.Contains("choose auto, cpu, cuda or cuda:N", Assert.Throws<UserError>(() => DeviceChoice.Parse(text)).Message);

    [Theory]
    [InlineData("auto", 0, DeviceType.CPU, -1)]
    [InlineData("cpu", 2, DeviceType.CPU, -1)]
    [InlineData("auto", 1, DeviceType.CUDA, 0)]
    [InlineData("cuda", 2, DeviceType.CUDA, 0)]
    [InlineData("cuda:1", 2, DeviceType.CUDA, 1)]
    public void The_cards_decide_what_a_choice_means(string text, int cards, DeviceType type, int index)
    {
        var device = DeviceChoice.Parse(text).Open(cards);
        Assert.Equal((type, index), (device.type, device.index));
    }

    [Fact]
    public void A_card_that_is_not_there_is_an_error_that_says_what_to_do()
    {
        Assert.Contains("-p:Torch=cuda", Assert.Throws<UserError>(() => DeviceChoice.Cuda.Open(0)).Message);
        Assert.Contains("2 CUDA cards", Assert.Throws<UserError>(() => DeviceChoice.Parse("cuda:2").Open(2)).Message);
    }
}
