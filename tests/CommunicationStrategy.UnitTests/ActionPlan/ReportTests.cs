// Reports, the periods they belong to, and the files sent with them.
using System.IO.Compression;
using System.Text;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.UnitTests.ActionPlan;

public sealed class ReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 3, 9, 0, 0, TimeSpan.Zero);

    [TestCase(ReportedState.InProgress, 40, 40, null, "action-plan.obstacles-required")]
    [TestCase(ReportedState.InProgress, 40, 30, " ", "action-plan.obstacles-required")]
    [TestCase(ReportedState.NotStarted, null, 0, null, "action-plan.obstacles-required")]
    [TestCase(ReportedState.NotStarted, null, 50, null, "action-plan.obstacles-required")]
    [TestCase(ReportedState.PartiallyComplete, 40, 40, null, "action-plan.obstacles-required")]
    [TestCase(ReportedState.InProgress, 40, 40, "The tender failed.", null)]
    [TestCase(ReportedState.InProgress, 40, 41, null, null)]
    [TestCase(ReportedState.Complete, 100, 0, null, null)]
    [TestCase(ReportedState.InProgress, 40, 101, "x", "action-plan.percent-range")]
    public void Obstacles_are_asked_for_when_nothing_moved(ReportedState claimed, int? before, int percent, string? obstacles, string? code)
    {
        var activity = Make.Activity(ActivityState.Planned);
        if (before is { } known) Make.Sure(activity.ReportProgress(known));
        var report = Submit(activity, Content(claimed, percent, obstacles));
        Assert.That(report.Failure?.Fields[0].Code, Is.EqualTo(code));
    }

    [Test]
    public void A_report_sent_again_is_measured_against_where_the_quarter_began()
    {
        var activity = Make.Activity(ActivityState.InProgress);
        Make.Sure(activity.ReportProgress(20));
        var report = Submit(activity, Content(ReportedState.InProgress, 50)).Require();
        Make.Sure(activity.ReportProgress(50));
        Make.Sure(report.SubmitAgain(Content(ReportedState.InProgress, 45), "FP", Now));
        Assert.That((report.Percent, report.PercentBefore), Is.EqualTo((45, 20)));
    }

    [Test]
    public void A_report_is_returned_with_a_reason_sent_again_and_accepted_once()
    {
        var report = Submit(Make.Activity(ActivityState.InProgress), Content(ReportedState.Complete, 0)).Require();
        Assert.That(report.Percent, Is.EqualTo(100));
        Assert.That(report.Return(" ", "officer", Now).Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
        Make.Sure(report.Return("No evidence.", "officer", Now));
        Assert.That(report.Accept("officer", Now).Failure?.Code, Is.EqualTo("action-plan.report-decided"));
        Make.Sure(report.SubmitAgain(Content(ReportedState.Complete, 0), "FP", Now));
        Assert.That((report.State, report.ReturnReason), Is.EqualTo((ReportState.Submitted, (string?)null)));
        Make.Sure(report.Accept("officer", Now));
        Assert.That(report.SubmitAgain(Content(ReportedState.Complete, 0), "FP", Now).Failure?.Code, Is.EqualTo("action-plan.report-accepted"));
        Assert.That(report.Return("Too late.", "officer", Now).Failure?.Code, Is.EqualTo("action-plan.report-decided"));
    }

    [Test]
    public void A_period_is_due_on_the_15th_and_takes_nothing_once_closed()
    {
        var period = Period(4);
        Assert.That((period.Period, period.DueOn, period.ReviewedBy), Is.EqualTo(("2026-Q4", new DateOnly(2027, 1, 15), new DateOnly(2027, 1, 20))));
        Make.Sure(period.Admit(Make.Institution, new DateOnly(2027, 1, 4)));
        Make.Sure(period.Close(new DateOnly(2027, 1, 21)));
        Assert.That(period.Admit(Make.Institution, new DateOnly(2027, 1, 4)).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That(period.Close(new DateOnly(2027, 1, 22)).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
    }

    [Test]
    public void The_plan_says_when_reports_are_due_and_how_long_they_are_checked()
    {
        var plan = APlan();
        Make.Sure(plan.Collect(10, 31, false));
        var period = new ReportingPeriod(plan, Quarterly(3), new DateOnly(2026, 10, 1), WorkingDays.Moldova);
        Assert.That((period.DueOn, period.EffectiveDueOn, period.ReviewedBy), Is.EqualTo((new DateOnly(2026, 10, 10), new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 31))), "10 October is a Saturday");
        Make.Sure(plan.Collect(null, 11, null));
        Assert.That((plan.ReportDays, plan.ReviewDays, plan.OpensItself), Is.EqualTo((10, 11, false)), "what is not said stays");
        Assert.That(new ReportingPeriod(plan, Quarterly(3), new DateOnly(2026, 10, 1), WorkingDays.Moldova).ReviewedBy, Is.EqualTo(new DateOnly(2026, 10, 12)), "checking does not end before reports are really due");
        Assert.That(period.ReviewedBy, Is.EqualTo(new DateOnly(2026, 10, 31)), "an opened quarter keeps its days");
    }

    [TestCase(0, 20, "ReportDays")]
    [TestCase(90, 91, "ReportDays")]
    [TestCase(15, 15, "ReviewDays")]
    [TestCase(15, 91, "ReviewDays")]
    public void A_reporting_calendar_that_cannot_be_is_refused(int report, int review, string field)
    {
        var plan = APlan();
        Assert.That(plan.Collect(report, review, null).Failure?.Fields.Select(f => f.Field), Is.EqualTo(new[] { field }));
        Assert.That((plan.ReportDays, plan.ReviewDays), Is.EqualTo((15, 20)));
    }

    [Test]
    public void An_extension_opens_the_gate_for_one_institution_until_it_ends()
    {
        var (period, other, closedOn) = (Period(4), Guid.CreateVersion7(), new DateOnly(2027, 1, 21));
        var until = new DateOnly(2027, 1, 30);
        Assert.That(period.Extend(Make.Institution, until, " ", closedOn, WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
        Assert.That(period.Extend(Make.Institution, period.DueOn, "Why.", new DateOnly(2027, 1, 4), WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo("action-plan.extension-not-later"));
        Assert.That(period.Extend(Make.Institution, until, "Why.", until.AddDays(1), WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo("action-plan.date-passed"));
        Make.Sure(period.Close(closedOn));
        Make.Sure(period.Extend(Make.Institution, until, "Why.", closedOn, WorkingDays.Moldova));
        Assert.That((period.DueFor(Make.Institution), period.DueFor(other)), Is.EqualTo((until, period.DueOn)));

        var end = new DateOnly(2027, 2, 1);
        Assert.That(period.Admit(Make.Institution, end).IsSuccess, Is.True, "the 30th is a Saturday");
        Assert.That(period.Changes, Is.EqualTo(1));
        Assert.That(Gate(Make.Institution, end.AddDays(1)), Is.EqualTo("action-plan.period-closed"));
        Assert.That(Gate(other, closedOn), Is.EqualTo("action-plan.period-closed"));
        Assert.That(period.Admit(Make.Institution, end.AddDays(5), checking: true).IsSuccess, Is.True, "the officer has as long as for all");
        Assert.That(period.Admit(Make.Institution, end.AddDays(6), checking: true).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That(ReportingQuarter.For(closedOn, [period], ReportingFrequency.Quarterly, Make.Institution)?.Name, Is.EqualTo("2026-Q4"));
        Assert.That(ReportingQuarter.For(closedOn, [period], ReportingFrequency.Quarterly, other)?.Name, Is.EqualTo("2027-Q1"));

        Make.Sure(period.Extend(Make.Institution, until.AddDays(9), "Longer.", closedOn, WorkingDays.Moldova));
        Assert.That(period.Extensions.Select(e => (e.Until, e.Reason)), Is.EqualTo(new[] { (until.AddDays(9), "Longer.") }), "the new takes the place of the old");
        Make.Sure(period.Revoke(Make.Institution));
        Assert.That(Gate(Make.Institution, closedOn), Is.EqualTo("action-plan.period-closed"));
        Assert.That(period.Revoke(Make.Institution).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));

        string? Gate(Guid institution, DateOnly day) => period.Admit(institution, day).Failure?.Code;
    }

    [Test]
    public void Reports_go_to_the_earliest_open_quarter_else_to_the_current_one()
    {
        var today = new DateOnly(2026, 7, 3);
        var (q1, q2, q3) = (Period(1), Period(2), Period(3));
        Assert.That(ReportingQuarter.For(today, [], ReportingFrequency.Quarterly)?.Name, Is.EqualTo("2026-Q3"));
        Assert.That(ReportingQuarter.For(today, [q2, q1], ReportingFrequency.Quarterly)?.Name, Is.EqualTo("2026-Q1"));
        Make.Sure(q1.Close(today));
        Assert.That(ReportingQuarter.For(today, [q2, q1], ReportingFrequency.Quarterly)?.Name, Is.EqualTo("2026-Q2"));
        Make.Sure(q3.Close(today));
        Assert.That(ReportingQuarter.For(today, [q3], ReportingFrequency.Quarterly), Is.Null);
    }

    [Test]
    public void Half_years_go_by_the_quarter_that_ends_them()
    {
        const ReportingFrequency half = ReportingFrequency.HalfYearly;
        Assert.That(Enumerable.Range(1, 4).Where(n => half.Find($"2026-Q{n}") is not null), Is.EqualTo(new[] { 2, 4 }));
        Assert.That(half.Of(new DateOnly(2026, 2, 3)), Is.EqualTo(new CollectedPeriod("2026-Q2", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30))));
        Assert.That(half.Of(new DateOnly(2026, 12, 31)), Is.EqualTo(new CollectedPeriod("2026-Q4", new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31))));
        Assert.That((half.Before(new DateOnly(2026, 7, 1)).Name, half.Before(new DateOnly(2026, 10, 1)).Name, half.Before(new DateOnly(2026, 3, 1)).Name), Is.EqualTo(("2026-Q2", "2026-Q2", "2025-Q4")));
        Assert.That(half.Within(new Quarter(2026, 2)).Single().First, Is.EqualTo(new DateOnly(2026, 1, 1)));
        Assert.That(ReportingFrequency.Quarterly.Find("2026-Q2")!.Value.First, Is.EqualTo(new DateOnly(2026, 4, 1)));
        Assert.That(new Quarter(2026, 2).Back(2), Is.EqualTo(new Quarter(2025, 4)));
    }

    [Test]
    public void Three_months_make_a_quarter()
    {
        const ReportingFrequency monthly = ReportingFrequency.Monthly;
        Assert.That(monthly.Find("2028-02"), Is.EqualTo(new CollectedPeriod("2028-02", new DateOnly(2028, 2, 1), new DateOnly(2028, 2, 29))));
        Assert.That(new[] { "2026-Q2", "2026-13", "2026-00", "2026-5", "2026", "", null }.Select(n => monthly.Find(n)), Is.All.Null);
        Assert.That(ReportingFrequency.Quarterly.Find("2026-05"), Is.Null);
        Assert.That((monthly.Of(new DateOnly(2026, 5, 31)).Name, monthly.Before(new DateOnly(2026, 1, 31)).Name), Is.EqualTo(("2026-05", "2025-12")));
        Assert.That(monthly.Within(new Quarter(2026, 4)).Select(m => m.Name), Is.EqualTo(new[] { "2026-10", "2026-11", "2026-12" }));
        Assert.That((Spans.QuarterOf("2026-05"), Spans.QuarterEndedBy("2026-05"), Spans.QuarterEndedBy("2026-06"), Spans.QuarterEndedBy("2026-Q3"), Spans.QuarterOf("x")),
            Is.EqualTo(((Quarter?)new Quarter(2026, 2), (Quarter?)null, (Quarter?)new Quarter(2026, 2), (Quarter?)new Quarter(2026, 3), (Quarter?)null)));
    }

    [Test]
    public void Evidence_is_known_by_its_bytes_and_served_under_our_name()
    {
        var report = Guid.CreateVersion7();
        var pdf = EvidenceFile.Receive(report, "C:\\temp\\..\\raport\r\n.exe", "%PDF-1.7 rest"u8.ToArray()).Require();
        Assert.That((pdf.MediaType, pdf.OriginalName), Is.EqualTo(("application/pdf", "raport.exe")));
        Assert.That(pdf.Name, Does.Match("^evidence-[0-9a-f]{32}\\.pdf$"));
        Assert.That(EvidenceFile.Receive(report, "a.docx", Zip("word/document.xml")).Require().Name, Does.EndWith(".docx"));
        Assert.That(EvidenceFile.Receive(report, "a.xlsx", Zip("xl/workbook.xml")).Require().Name, Does.EndWith(".xlsx"));
        Assert.That(EvidenceFile.Receive(report, "a.odt", Zip("mimetype")).Require().Name, Does.EndWith(".odt"));
        Assert.That(EvidenceFile.Receive(report, "a", Encoding.UTF8.GetBytes("Proces-verbal, ședință\r\n")).Require().Name, Does.EndWith(".txt"));
        Assert.That(EvidenceFile.Receive(report, "a", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }).Require().Name, Does.EndWith(".jpg"));
    }

    [TestCase("macros", "action-plan.file-kind")]
    [TestCase("zip", "action-plan.file-kind")]
    [TestCase("broken zip", "action-plan.file-kind")]
    [TestCase("binary", "action-plan.file-kind")]
    [TestCase("empty", "action-plan.file-empty")]
    [TestCase("large", "action-plan.file-too-large")]
    public void Other_files_are_refused(string what, string code)
    {
        var content = what switch
        {
            "macros" => Zip("word/document.xml", "word/vbaProject.bin"),
            "zip" => Zip("readme"),
            "broken zip" => "PK\u0003\u0004 and no more"u8.ToArray(),
            "binary" => [0x4D, 0x5A, 0x00, 0x01],
            "empty" => [],
            _ => new byte[EvidenceFile.MaxBytes + 1],
        };
        Assert.That(EvidenceFile.Receive(Guid.CreateVersion7(), "x.pdf", content).Failure?.Fields[0].Code, Is.EqualTo(code));
    }

    private static CollectedPeriod Quarterly(int quarter) => ReportingFrequency.Quarterly.Find($"2026-Q{quarter}")!.Value;

    private static ReportingPeriod Period(int quarter) => new(APlan(), Quarterly(quarter), new DateOnly(2026, 1, 1), WorkingDays.Moldova);

    private static Plan APlan() => Plan.Create("PA-1", LocalizedText.Of("ro", "Planul"), null, new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), null).Require();

    private static Result<ActivityReport> Submit(Activity activity, ReportContent content) => ActivityReport.Submit(activity, Make.Institution, "2026-Q2", content, "FP", Now);

    private static ReportContent Content(ReportedState claimed, int percent, string? obstacles = null) => new(claimed, percent, "Two meetings were held.", obstacles, null, null);

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(name == "mimetype" ? "application/vnd.oasis.opendocument.text" : "x");
            }
        }

        return stream.ToArray();
    }
}
