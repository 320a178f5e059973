namespace Derma.Papers.Tests;

public class VerdictTests
{
    [Theory]
    [InlineData(1_976_438, Verdict.Counted)]
    [InlineData(1_976_439, Verdict.CountedOtherwise)]
    public void A_structural_number_is_exact_on_every_run(int measured, Verdict verdict) =>
        Assert.Equal(verdict, Runs.Book(Runs.Drawings).Check("cnn.params.total", measured).Verdict);

    [Theory]
    [InlineData(7_905_752 / 1048576.0, Verdict.Counted)]
    [InlineData(7.546, Verdict.CountedOtherwise)]
    public void A_rounded_number_may_differ_by_half_its_last_digit(double measured, Verdict verdict) =>
        Assert.Equal(verdict, Runs.Book(Runs.Drawings).Check("cnn.size.mib", measured).Verdict);

    [Theory]
    [InlineData("sigmoid", Verdict.SetAsPrinted)]
    [InlineData("Softmax", Verdict.DiffersByScale)]
    public void A_named_choice_is_compared_as_text(string measured, Verdict verdict) =>
        Assert.Equal(verdict, Runs.Book(Runs.Drawings).Check("cnn.final.head", measured).Verdict);

    [Fact]
    public void An_accuracy_is_never_reproduced_from_drawings()
    {
        var accuracies = Ledger.CnnReport.Claims.Where(claim => claim.Kind == ClaimKind.Accuracy).ToList();
        Assert.True(accuracies.Count > 30);
        var book = Runs.Book(Runs.Drawings with { IsPaperScale = true, OriginalOf = "CNN report" });
        Assert.All(accuracies, claim => Assert.Equal(Verdict.NeedsOriginalData, book.Check(claim.Id, claim.Expected).Verdict));
    }

    [Fact]
    public void An_accuracy_needs_the_original_photos_at_the_papers_scale()
    {
        const string id = "cnn.attempt-09.validation-accuracy";
        Assert.Equal(Verdict.NeedsOriginalData, Runs.Book(Runs.OriginalInSmall).Check(id, 0.50).Verdict);
        Assert.Equal(Verdict.NeedsOriginalData, Runs.Book(Runs.OtherPhotos).Check(id, 0.50).Verdict);
        Assert.Equal(Verdict.Reproduced, Runs.Book(Runs.Original).Check(id, 0.48).Verdict);
        Assert.Equal(Verdict.NotReproduced, Runs.Book(Runs.Original).Check(id, 0.44).Verdict);
    }

    [Fact]
    public void An_accuracy_is_shown_with_its_interval_and_what_it_was_measured_on()
    {
        var check = Runs.Book(Runs.Drawings).Check("cnn.attempt-09.validation-accuracy", 0.31, new Interval(0.27, 0.354));
        Assert.Equal(0.31, check.Measured!.Number);
        Assert.Contains("95 % interval 27 % to 35.4 %", check.Note);
        Assert.Contains("built-in drawings", check.Note);
    }

    [Fact]
    public void A_fact_about_the_files_is_checked_on_the_original_set_at_any_scale()
    {
        Assert.Equal(Verdict.Counted, Runs.Book(Runs.OriginalInSmall).Check("cnn.data.unusable", 0).Verdict);
        Assert.Equal(Verdict.CountedOtherwise, Runs.Book(Runs.OriginalInSmall).Check("cnn.data.unusable", 3).Verdict);
        Assert.Equal(Verdict.NeedsOriginalData, Runs.Book(Runs.Drawings).Check("cnn.data.unusable", 0).Verdict);
    }

    [Fact]
    public void A_time_differs_by_design() =>
        Assert.Equal(Verdict.DiffersByDesign, Runs.Book(Runs.Original).Check("cnn.cost.minutes-per-epoch", 6).Verdict);

    [Fact]
    public void An_option_that_departs_from_the_wording_differs_by_design()
    {
        Assert.Equal(Verdict.DiffersByDesign, Runs.Book(Runs.Original).Check("cnn.attempt-04.learning-rate-before", 0.001).Verdict);
        Assert.Equal(Verdict.SetAsPrinted, Runs.Book(Runs.Original).Check("cnn.attempt-04.learning-rate-before", 0.01).Verdict);
    }

    [Fact]
    public void A_length_that_a_scale_cuts_shows_the_runs_own_and_at_the_papers_scale_it_is_a_choice()
    {
        var cut = Runs.Book(Runs.Drawings).Check("cnn.attempt-02.epochs-run", 15);
        Assert.Equal((Verdict.DiffersByScale, 15), (cut.Verdict, cut.Measured!.Number));
        Assert.Equal(Verdict.DiffersByDesign, Runs.Book(Runs.Original).Check("cnn.attempt-02.epochs-run", 15).Verdict);
        Assert.Equal(Verdict.SetAsPrinted, Runs.Book(Runs.Drawings).Check("cnn.attempt-02.epochs-run", 100).Verdict);
    }

    [Fact]
    public void Nothing_but_an_accuracy_is_ever_reproduced()
    {
        var contexts = new[] { Runs.Drawings, Runs.Original, Runs.OriginalInSmall, Runs.OtherPhotos };
        var all = contexts.SelectMany(context => Ledger.Both.Claims.Select(claim => Runs.Book(context).Check(claim.Id, claim.Expected)));
        var reproduced = all.Where(check => check.Verdict is Verdict.Reproduced or Verdict.NotReproduced).ToList();
        Assert.NotEmpty(reproduced);
        Assert.All(reproduced, check => Assert.Equal(ClaimKind.Accuracy, check.Claim.Kind));
    }

    [Fact]
    public void Sigmoids_that_do_not_add_up_to_one_are_impossible_as_printed()
    {
        double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
        var sum = new[] { 0.3, -1.2, 2.0, 0.5 }.Sum(Sigmoid);
        Assert.Equal(2.309, sum, 3);
        Assert.Equal(Verdict.ImpossibleAsPrinted, Runs.Book(Runs.Drawings).Check("cnn.final.confidence-sum", sum).Verdict);
    }

    [Fact]
    public void A_loss_that_ran_away_is_a_measurement_outside_every_range() =>
        Assert.Equal(Verdict.NotReproduced, Runs.Book(Runs.Original).Check("cnn.attempt-10.train-loss", double.NaN).Verdict);

    [Fact]
    public void Every_verdict_has_words_that_name_it() =>
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Equal(verdict, VerdictWords.Parse(verdict.Words())));
}
