// What the evaluation makes of the press office's registers, reckoned by hand.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;

namespace CommunicationStrategy.UnitTests.Monitoring;

[TestFixture]
internal sealed class PressTests
{
    private static readonly KeyMessageInfo First = new(Guid.CreateVersion7(), "S-1", 1, LocalizedText.Of("Nimeni nu se vinde.", "Человек не товар.", "Nobody is for sale."));
    private static readonly KeyMessageInfo Second = new(Guid.CreateVersion7(), "S-1", 2, LocalizedText.Of("Sunați gratuit.", "Звоните бесплатно.", "Call for free."));

    /// <summary>
    /// Six enquiries by 30 September: answered after 2, 10 and 31 hours (the last late), one refused, one open and due on the last day, one open and due in October.
    /// In time: 2 of the 4 owed. Median of 2, 10, 31: 10 hours.
    /// </summary>
    [Test]
    public void Enquiries_are_reckoned_over_what_was_owed()
    {
        var figures = EnquiryFigures.Of(Evaluate().Enquiries!);
        Assert.That(figures, Is.EqualTo(new EnquiryFigures(6, 3, 4, 2, 1, 0, 0, 2, 10m)));
        Assert.That(figures.ShareInTime, Is.EqualTo(0.5m));
        Assert.That(EnquiryFigures.Of([]), Is.EqualTo(new EnquiryFigures(0, 0, 0, 0, 0, 0, 0, 0, null)));
        Assert.That(EnquiryFigures.Of([]).ShareInTime, Is.Null, "nothing owed is not none in time");
        Assert.That(EnquiryFigures.Of([new(Sample.End, "Ziarul", "Answered", true, 3m), new(Sample.End, "Ziarul", "Answered", true, 6m)]).MedianHours, Is.EqualTo(4.5m));
    }

    /// <summary>Two releases, two events with 16 and 38 who came, four items of which three came from us and two carry a message.</summary>
    [TestCase(AutomaticSource.ReleasesIssued, 2)]
    [TestCase(AutomaticSource.EventsHeld, 2)]
    [TestCase(AutomaticSource.EventAttendance, 54)]
    [TestCase(AutomaticSource.EnquiriesInTime, 50)]
    [TestCase(AutomaticSource.ResponseHours, 10)]
    [TestCase(AutomaticSource.MessagePullThrough, 50)]
    [TestCase(AutomaticSource.PromptedCoverage, 75)]
    public void Indicators_are_counted_from_the_registers(AutomaticSource source, double expected)
    {
        var indicator = new Indicator(Guid.CreateVersion7(), "I-1", "1", null, new IndicatorPassport { Name = LocalizedText.Of("ro", "Din registre"), Automatic = source, Baseline = 0, Targets = [new("2026-Q3", 100)] });
        var measured = Evaluate(indicator).Indicators!.Single();
        Assert.That((measured.Actual, measured.Achieved), Is.EqualTo(((decimal?)expected, (decimal?)expected / 100)));
    }

    [Test]
    public void Messages_of_another_strategy_and_corrections_after_the_cut_off_are_not_seen()
    {
        var snapshot = Evaluate();
        Assert.That(snapshot.Coverages!.Select(c => c.Messages is { } m ? string.Join(',', m) : ""), Is.EqualTo(new[] { "1,2", "2", "", "" }));
        Assert.That(snapshot.Releases!.Select(r => r.CorrectedOn), Is.EqualTo(new DateOnly?[] { Sample.Day(9, 3), null }));
    }

    [TestCase("ro", "Comunicat de presă", "2|0|ro 2, ru 1|1|1", "Materiale care poartă cel puțin un mesaj-cheie|2|2|0|0|50")]
    [TestCase("ru", "Пресс-релиз", "2|0|ro 2, ru 1|1|1", "Материалы хотя бы с одним ключевым сообщением|2|2|0|0|50")]
    [TestCase("en", "Press release", "2|0|ro 2, ru 1|1|1", "Items that carry at least one key message|2|2|0|0|50")]
    public void The_report_says_what_was_put_out_and_what_came_through(string language, string kind, string releases, string any)
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), Evaluate(), Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var tables = EvaluationReport.Of(evaluation, language, "Secretariatul", TimeZoneInfo.Utc).Sections.SelectMany(s => s.Tables).ToDictionary(t => t.Key);
        string Row(string table, int row) => string.Join('|', tables[table].Rows[row].Select(c => c.Value switch { decimal d => (d / 1.0000000m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), var v => v?.ToString() }));
        Assert.Multiple(() =>
        {
            Assert.That(Row("T7A", 0), Is.EqualTo($"{kind}|{releases}|||"));
            Assert.That(Row("T7A", 1), Does.EndWith("|2|0||||54|25|88.75"), "two press clubs");
            Assert.That(Row("T9", 2), Is.EqualTo($"|{any}"));
            Assert.That(Row("ENQUIRIES", 0), Is.EqualTo("6|3|50|10|2|1|0|0"));
            Assert.That((tables["C1"].Rows.Count, tables["C2"].Rows.Count), Is.EqualTo((2, 2)));
        });
    }

    [TestCase("ro", "02.09 (comunicate emise: 2)")]
    [TestCase("ru", "02.09 (выпущено релизов: 2)")]
    [TestCase("en", "02.09 (releases issued: 2)")]
    public void Weeks_of_coverage_name_the_releases_issued_in_them(string language, string week)
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), Evaluate(), Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var chart = EvaluationReport.Of(evaluation, language, "Secretariatul", TimeZoneInfo.Utc).Sections.Single(s => s.Key == "media").Charts.Single();
        Assert.That(chart.Categories.Where(c => c.Contains('(', StringComparison.Ordinal)), Is.EqualTo([week]));
    }

    /// <summary>Of the four items three were coded: two name us. A correction was asked for twice, and made once.</summary>
    [TestCase("ro", "66,7", "menționează secretariatul sau un partener")]
    [TestCase("ru", "66,7", "упоминают секретариат или партнёра")]
    [TestCase("en", "66.7", "name the secretariat or a partner")]
    public void The_report_says_how_much_of_what_was_written_is_about_us(string language, string share, string series)
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), Evaluate(coded: true), Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var media = EvaluationReport.Of(evaluation, language, "Secretariatul", TimeZoneInfo.Utc).Sections.Single(s => s.Key == "media");
        var chart = media.Charts[1];
        Assert.Multiple(() =>
        {
            Assert.That(chart.Categories, Is.EqualTo(new[] { "07.2026", "08.2026", "09.2026" }));
            Assert.That(chart.Series.Select(s => string.Join(',', s.Values)), Is.EqualTo(new[] { "0,2,0", "0,1,0" }));
            Assert.That(chart.Series[0].Name, Is.EqualTo(series));
            Assert.That(media.Paragraphs, Has.Some.Contains(share).And.Some.Matches(@"2\D+1\D+0\D+1\D*$").And.Some.Matches(@"\D30\D+25\D"));
        });
    }

    /// <summary>2.1 is overdue and was written about three times. Of three indicators one rose, one fell and one was not measured before.</summary>
    [TestCase("ro", "↑ în creștere", "↓ în scădere")]
    [TestCase("ru", "↑ растёт", "↓ снижается")]
    [TestCase("en", "↑ rising", "↓ falling")]
    public void The_report_says_how_often_was_reminded_and_which_way_an_indicator_went(string language, string up, string down)
    {
        var plan = Sample.Input();
        Indicator Of(string code) => new(Guid.CreateVersion7(), code, "1", null, new IndicatorPassport { Name = LocalizedText.Of("ro", code) });
        var snapshot = QuarterEvaluator.Evaluate(plan with
        {
            Reminders = plan.Plan.Activities.Where(a => a.Number == "2.1").ToDictionary(a => a.Id, _ => 3), Indicators = [.. new[] { "A", "B", "C" }.Select(c => new MeasuredIndicator(Of(c), []))],
        });
        (decimal? Previous, decimal? Achieved)[] figures = [(0.4m, 0.6m), (0.6m, 0.4m), (null, 0.5m)];
        snapshot = snapshot with { Indicators = [.. snapshot.Indicators!.Zip(figures, (i, f) => i with { Previous = f.Previous, Achieved = f.Achieved, Note = "Sondaj" })] };
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), snapshot, Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var tables = EvaluationReport.Of(evaluation, language, "Secretariatul", TimeZoneInfo.Utc).Sections.SelectMany(s => s.Tables).ToDictionary(t => t.Key);
        Assert.That(tables["T3"].Rows.Select(r => $"{r[0].Value}: {r[5].Value}"), Is.EqualTo(new[] { "2.1: 3", "2.3: 0" }));
        Assert.That(tables["D"].Rows[0].Skip(2).Select(c => c.Value), Is.EqualTo(new object?[] { "(3 + 1) / 8", 50m }), "what the hand reckoned");
        Assert.That(tables["T6"].Rows.Select(r => (r[6].Note, r[8].Note)), Is.EqualTo(new[] { ((string?)up, (string?)"Sondaj"), (down, "Sondaj"), (null, "Sondaj") }));
    }

    /// <summary>What belongs to a tool stands together, its groups in their order; what has no tool comes last.</summary>
    [Test]
    public void Indicators_stand_by_the_tool_and_the_group_they_measure()
    {
        Indicator Of(string code, CommunicationTool? tool, int? group, IndicatorLevel level = IndicatorLevel.Output) => new(
            Guid.CreateVersion7(), code, "1", null, new IndicatorPassport { Name = LocalizedText.Of("ro", code), Tool = tool, TargetGroup = group, Level = level });
        var snapshot = QuarterEvaluator.Evaluate(Sample.Input() with
        {
            TargetGroups = [new(1, LocalizedText.Of("Tineri", "Молодёжь", "Youth")), new(2, LocalizedText.Of("ro", "Presa"))],
            Indicators = [.. new[] { Of("A", null, 1), Of("B", CommunicationTool.Training, 2), Of("C", CommunicationTool.Training, 1, IndicatorLevel.Outcome), Of("D", CommunicationTool.Training, 1), Of("E", CommunicationTool.Newsletter, null) }.Select(i => new MeasuredIndicator(i, []))],
        });
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), snapshot, Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var table = EvaluationReport.Of(evaluation, "en", "Secretariatul", TimeZoneInfo.Utc).Sections.SelectMany(s => s.Tables).Single(t => t.Key == "T7");
        Assert.That(table.Rows.Select(r => $"{r[0].Value}|{r[1].Value}|{r[3].Value}"), Is.EqualTo(new[] { "newsletter||E", "training|Youth|D", "training|Youth|C", "training|Presa|B", "|Youth|A" }));
    }

    private static EvaluationSnapshot Evaluate(Indicator? indicator = null, bool coded = false)
    {
        CoverageEntry Item(int day, int tone, string origin, bool? namesUs, string correction, params Guid[] messages) =>
            new(Sample.Day(8, day), "Ziarul", "Articol", $"https://example.md/{day}", "ro", "News", tone, null) { Origin = origin, Messages = messages, NamesUs = coded ? namesUs : null, Correction = coded ? correction : "None" };
        CoverageEntry[] items = [Item(1, 1, "Release", true, "None", Second.Id, First.Id), Item(2, 2, "Event", true, "Made", Second.Id), Item(3, 0, "Enquiry", false, "Asked", Guid.CreateVersion7()), Item(4, -1, "Unprompted", null, "None")];
        EnquiryEntry Enquiry(int received, int due, string state, double? hours) => new(At(9, received), At(9, 1).AddDays(due - 1), "Ziarul", state, hours is { } after ? At(9, received).AddHours(after) : null);
        var input = Sample.Input();
        return QuarterEvaluator.Evaluate(input with
        {
            Coverage = new CoverageCounts(4, 2, 1, 1, 0) { Items = items },
            Messages = [First, Second],
            Indicators = indicator is null ? [] : [new MeasuredIndicator(indicator, [])],
            Press = new PressWork(
                [
                    new(Sample.Day(9, 2), "41/2026", "PressRelease", LocalizedText.Of("Titlu", "Заголовок", null), true, null, null, Sample.Day(9, 3)),
                    new(Sample.Day(9, 4), "42/2026", "PressRelease", LocalizedText.Of("ro", "Alt titlu"), false, null, null, Sample.Day(10, 5)),
                ],
                [
                    new(Sample.Day(9, 5), "PressClub", LocalizedText.Of("ro", "Clubul presei"), null, null, 16, 11, 91m) { Accredited = coded ? 30 : null },
                    new(Sample.Day(9, 6), "PressClub", LocalizedText.Of("ro", "Clubul presei"), null, null, 38, 14, 86.5m),
                ],
                [Enquiry(1, 2, "Answered", 2), Enquiry(2, 3, "Answered", 10), Enquiry(3, 4, "Answered", 31), Enquiry(4, 5, "Refused", 5), Enquiry(28, 30, "Open", null), Enquiry(29, 32, "Open", null)]),
        });
    }

    private static DateTimeOffset At(int month, int day) => new(Sample.Day(month, day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
