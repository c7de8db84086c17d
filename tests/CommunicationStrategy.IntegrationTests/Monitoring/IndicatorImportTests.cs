// Indicators and figures out of a table: checked first, then all or nothing; our own table comes back as it went.
using System.Text;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;
using CommunicationStrategy.Strategy.Domain;
using CommunicationStrategy.Strategy.Features.Strategies;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class IndicatorImportTests(string provider) : PlanWorld(provider)
{
    private const string Period = "2026-Q2";
    private const string Head = "Cod;Obiectiv;Indicator;Unitate;Tip;Direcție;Responsabil;Valoare de referință;Țintă;Ținta pentru;Pondere, %;Valoare;Sursa\n";

    [Test]
    public async Task New_indicators_are_added_and_figures_taken_and_the_second_time_nothing_changes()
    {
        var plan = await DraftPlan();
        var file = Head
            + "I-1;1;Persoane informate;persoane;număr;creștere;MAI;1 000;2.500,5;2026;60;1 250,75;Registru\n"
            + "I-2;1;Zile până la răspuns;zile;număr;descreștere;;20;10;;40;;\n";
        var found = await Get(Check(plan, file));
        Assert.That((found.Problems, found.Added, found.Figures, found.Ignored), Is.EqualTo((Array.Empty<IndicatorProblem>(), 2, 1, Array.Empty<string>())));
        Assert.That((await Get(new ListIndicators(plan, Period))).Total, Is.Zero, "a check changes nothing");

        Assert.That(await Get(Import(plan, file)), Is.EqualTo(new ImportedIndicators(2, 1)));
        var rows = (await Get(new ListIndicators(plan, Period, Sort: "code"))).Items;
        Assert.That(rows.Select(r => (r.Code, r.Passport.Direction, r.Passport.Baseline, r.Target, r.TargetPeriod, r.Passport.Weight, r.Actual, r.Owner?.Id)), Is.EqualTo(new[]
        {
            ("I-1", Direction.Up, (decimal?)1000m, (decimal?)2500.5m, (string?)"2026", (decimal?)60m, (decimal?)1250.75m, (Guid?)Ministry),
            ("I-2", Direction.Down, (decimal?)20m, (decimal?)10m, "", (decimal?)40m, null, null),
        }));
        Assert.That(await Get(Import(plan, file)), Is.EqualTo(new ImportedIndicators(0, 0)), "the same again changes nothing");

        var changed = await Get(Check(plan, "Code,Figure\nI-1,\"1,300\"\n", "en"));
        Assert.That((changed.Rows.Single().Figure, changed.Rows.Single().Before, changed.Rows.Single().Value), Is.EqualTo((FigureFate.Changed, (decimal?)1250.75m, (decimal?)1300m)));
    }

    [Test]
    public async Task The_tool_and_the_target_group_are_read_and_come_back()
    {
        var strategy = await Get(new CreateStrategy("S-1", LocalizedText.Of("ro", "Strategia"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), LocalizedText.Empty, LocalizedText.Empty, null));
        await Do(new SetTargetGroup(strategy, 3, TargetGroupKind.Press, LocalizedText.Of("ro", "Jurnaliști"), LocalizedText.Empty, 1));
        var plan = await Get(new CreatePlan("PA-9", LocalizedText.Of("ro", "Planul"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), strategy));
        const string head = "Cod;Obiectiv;Indicator;Instrument;Grup-țintă\n";
        var wrong = await Get(Check(plan, head + "I-1;1;Abonați;buletin;3\nI-2;1;Participanți;instruire;7\nI-3;1;Vizite;pagină web;presa\n"));
        Assert.That(wrong.Problems.Select(p => (p.Line, p.Column, p.Code)), Is.EquivalentTo(new[]
        {
            ((int?)2, (string?)"Instrument", "monitoring.word-unknown"), (3, "Grup-țintă", "monitoring.target-group-unknown"), (4, "Grup-țintă", "monitoring.word-unknown"),
        }));

        await Get(Import(plan, head + "I-1;1;Abonați;Buletin informativ;3\nI-2;1;Participanți;;\n"));
        var row = (await Get(new ListIndicators(plan, Period, Sort: "code"))).Items[0];
        Assert.That((row.Passport.Tool, row.Passport.TargetGroup), Is.EqualTo(((CommunicationTool?)CommunicationTool.Newsletter, (int?)3)));
        Assert.That((await Get(new GetIndicator(row.Id))).TargetGroups.Single().Name["ro"], Is.EqualTo("Jurnaliști"));
        Assert.That((await App.Send(new AddIndicator(plan, "I-4", "1", null, row.Passport with { TargetGroup = 4 }))).Failure?.Fields.Single().Code, Is.EqualTo("monitoring.target-group-unknown"));

        using var content = new MemoryStream();
        ListExport.WriteCsv(await Get(new GetIndicatorTable(plan, Period, "ru")), content);
        var again = await Get(new CheckIndicatorFile(plan, Period, "tabel.csv", content.ToArray(), "ru"));
        Assert.That((again.Problems.Count, again.Ignored.Count, again.Rows.Count(r => r.IsNew)), Is.EqualTo((0, 0, 0)));
    }

    [TestCase("xlsx")]
    [TestCase("csv")]
    public async Task Our_own_table_comes_back_as_it_went_in_every_language(string format)
    {
        var plan = await DraftPlan();
        await Get(Import(plan, Head + "I-1;1;Persoane informate;persoane;număr;creștere;MAI;1 000;2.500,5;2026;60;1234567,89;Registru\nI-2;1;Site accesibil;;da/nu;;;;;;;1;\n"));
        foreach (var language in LocalizedText.Languages)
        {
            var table = await Get(new GetIndicatorTable(plan, Period, language));
            using var content = new MemoryStream();
            if (format == "csv") ListExport.WriteCsv(table, content);
            else ListExport.WriteXlsx(table, language, content);
            var found = await Get(new CheckIndicatorFile(plan, Period, $"tabel.{format}", content.ToArray(), language));
            Assert.That((found.Problems, found.Ignored), Is.EqualTo((Array.Empty<IndicatorProblem>(), Array.Empty<string>())), language);
            Assert.That(found.Rows.Select(r => (r.IsNew, r.Figure)), Is.EqualTo(new[] { (false, FigureFate.Same), (false, FigureFate.Same) }), language);
        }
    }

    [Test]
    public async Task With_one_problem_nothing_is_written_and_each_is_named_by_row_and_column()
    {
        var plan = await DraftPlan();
        var file = Head
            + "I-1;1;Persoane informate;persoane;număr;creștere;;;;;60;12;\n"
            + "I-2;1;;persoane;numer;creștere;Ministerul Necunoscut;;;;160;multe;\n"
            + "I-1;1;Încă o dată;;;;;;;;;;\n"
            + "I-3;1;Site accesibil;;da/nu;;;;;;;2;\n";
        var found = await Get(Check(plan, file));
        Assert.That(found.Problems.Select(p => (p.Line, p.Column, p.Code)), Is.EquivalentTo(new[]
        {
            ((int?)3, (string?)"Indicator", "monitoring.name-required"), (3, "Tip", "monitoring.word-unknown"), (3, "Responsabil", "monitoring.owner-unknown"), (3, "Pondere, %", "monitoring.weight-range"),
            (3, "Valoare", "monitoring.number-unreadable"), (4, "Cod", "monitoring.file-code-twice"), (5, "Valoare", "monitoring.value-yes-no"),
        }));
        Assert.That((await App.Send(Import(plan, file))).Failure!.Code, Is.EqualTo("monitoring.file-problems"));
        Assert.That((await Get(new ListIndicators(plan, Period))).Total, Is.Zero);
        Assert.That((await Get(Check(plan, "Numele;Valoarea\na;1\n"))).Problems.Single().Code, Is.EqualTo("monitoring.file-no-code"));
        Assert.That((await App.Send(Check(plan, ""))).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.file-required"));
    }

    [Test]
    public async Task A_published_list_is_read_as_it_is_and_a_frozen_quarter_takes_no_table()
    {
        var plan = await DraftPlan();
        var published = new ImportIndicators(plan, Period, "actionplan-A-indicators.csv", await File.ReadAllBytesAsync(DataFile("actionplan-A-indicators.csv")), "en");
        Assert.That(await Get(published), Is.EqualTo(new ImportedIndicators(25, 0)));
        var rows = (await Get(new ListIndicators(plan, Period, Size: Paging.MaxSize))).Items;
        Assert.That(rows.Select(r => r.Code), Does.Contain("1.1.1.2-1").And.Unique);

        await PutInForce(plan);
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        var evaluation = await Get(new ComputeEvaluation(plan, Period));
        await Do(new ApproveEvaluation(evaluation, 1), new Caller(CallerKind.Person, "Șefa", Guid.CreateVersion7(), null, [Permission.ApproveEvaluation]));
        Assert.That((await App.Send(Import(plan, "Cod;Valoare\n1.1.1.2-1;1\n"))).Failure!.Code, Is.EqualTo("monitoring.frozen"));
    }

    private static CheckIndicatorFile Check(Guid plan, string csv, string language = "ro") => new(plan, Period, "tabel.csv", Encoding.UTF8.GetBytes(csv), language);

    private static ImportIndicators Import(Guid plan, string csv) => new(plan, Period, "tabel.csv", Encoding.UTF8.GetBytes(csv), "ro");
}
