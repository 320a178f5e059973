namespace Derma.Training;

/// <summary>The learning rates of the schedules.</summary>
public static class RateSchedules
{
    const double WarmUpShare = 0.3;
    const double StartDivisor = 25;
    const double EndDivisor = 1e4;

    /// <summary>The rate of one step.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="peak">The highest rate.</param>
    /// <param name="step">0 for the first step.</param>
    /// <param name="steps">Number of steps of the whole training.</param>
    public static double At(this RateSchedule schedule, double peak, int step, int steps)
    {
        if (schedule == RateSchedule.Constant) return peak;
        double start = peak / StartDivisor, end = start / EndDivisor, top = WarmUpShare * steps - 1, last = steps - 1;
        return step <= top ? Cosine(start, peak, step / top) : Cosine(peak, end, (step - top) / (last - top));
    }

    static double Cosine(double from, double to, double share) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));
}
