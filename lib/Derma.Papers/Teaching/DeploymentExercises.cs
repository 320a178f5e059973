using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What the exercises of notebooks 40 to 43 take for an answer.</summary>
static class DeploymentExercises
{
    const double Hundredth = 0.01;

    /// <summary>In the order of the notebooks.</summary>
    public static ImmutableArray<ExerciseRule> All { get; } =
    [
        ExerciseRule.Number(
            "40.2", _ => 0.5, 0, "work out the left end of both rows: norm and then convolution, and the folded one",
            new Slip(0, "in the middle nothing goes wrong; look at the border"),
            new Slip(1.5, "that is the whole of the new bias; at the border one of three taps lies outside")),
        ExerciseRule.Number(
            "40.3", lab => ModelContract.Info(OnnxFile.ReadMetadata(lab.EnsembleModel()))!.Weights[NetworkNames.MobileNetV3Large],
            Hundredth / 10, "the file's metadata give the weights by network"),
        ExerciseRule.Number(
            "41.1", _ => 1 / (1 - 0.8 / 2), Hundredth, "on two threads the answer takes 0.2 + 0.8/2 of the time on one",
            new Slip(2, "only where all of it divides"), new Slip(0.6, "that is two threads against one; it is asked the other way round")),
        ExerciseRule.Number(
            "41.2", _ => 1 / 3.0, Hundredth, "of 150 requests 100 can be answered",
            new Slip(0.5, "that is measured against the capacity; take the share of the requests that come")),
        ExerciseRule.Number(
            "41.3", _ => 368, 0, "all n lie below the true p99 with a chance of 0.99 to the power of n; that chance may be 2.5 % at most",
            new Slip(299, "that leaves 5 % below the upper end, and an interval of 95 % has 2.5 % on each side")),
        ExerciseRule.Number(
            "42.1", _ => 320, Hundredth, "take 100 ms and three round trips of 40 ms from 1.5 seconds; 2 Mbit/s are 250 kilobytes a second",
            new Slip(2_560, "those are kilobits; a byte has eight"),
            new Slip(340, "a first request takes three round trips"),
            new Slip(320_000, "it is asked in kilobytes")),
        ExerciseRule.Number(
            "42.2", _ => 630, 0, "a new connection takes three round trips; subtract what they take at 40 ms",
            new Slip(210, "that is one round trip; a new connection takes three"),
            new Slip(750, "that is all of it; 120 ms were there before"), new Slip(0.63, "it is asked in milliseconds")),
        ExerciseRule.Number(
            "42.3", _ => 40, 0, "one round trip of three is saved",
            new Slip(120, "the request itself still takes its round trip, and one handshake")),
        ExerciseRule.Word("43.1", _ => "not-skin", "it is the warning's code that is asked for, as a program reads it"),
        ExerciseRule.Number(
            "43.2", _ => 111.2, Hundredth / 2, "from the pole every way leads south, so only the degree of latitude counts",
            new Slip(111.2 * Math.Sqrt(1 + 180.0 * 180), "at the pole a degree of longitude has no length")),
    ];
}
