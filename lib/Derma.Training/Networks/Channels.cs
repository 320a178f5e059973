namespace Derma.Training;

/// <summary>torchvision's arithmetic of channel counts.</summary>
static class Channels
{
    const int Divisor = 8;

    /// <summary>The nearest multiple of 8, but never below 8 nor more than a tenth below the wanted number.</summary>
    public static int Divisible(double wanted)
    {
        var rounded = Math.Max(Divisor, (int)(wanted + Divisor / 2.0) / Divisor * Divisor);
        return rounded < 0.9 * wanted ? rounded + Divisor : rounded;
    }
}
