using System.CommandLine;
using Derma;
using Derma.Cli;

var report = RunReport.Of("workbook", Surroundings.Find);
var root = new RootCommand("The Derma Workbook: two dermatology papers re-run, checked and explained. Not for diagnosis.")
{
    RunVerb.Create(report),
    StatusVerb.Create(),
    CancelVerb.Create(),
    CollectVerb.Create(report),
    PlanVerb.Create(),
    TestVerb.Create(),
    SetUp.Create(),
    ListVerb.Create(),
    ConvertVerb.Create(PageScripts.All),
    SlidesVerb.Create(),
    CompareVerb.Create(report),
    DataVerb.Create(),
    ExportVerb.Create(),
    CardVerb.Create(),
    GoldenVerb.Create(),
    ServeVerb.Create(),
    BenchVerb.Create(),
};

// The service takes its time to answer what it has accepted.
var program = new VerbProgram(root, report, "./workbook") { IsMistake = error => error is UserError, OwnSignals = ServeVerb.Name };
return await program.RunAsync(args);
