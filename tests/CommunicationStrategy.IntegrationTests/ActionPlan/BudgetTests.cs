// The money of a plan through the whole pipeline, on every database.
using System.Globalization;
using System.Text;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class BudgetTests(string provider) : PlanWorld(provider)
{
    private static readonly DateOnly RateDay = new(2026, 5, 20);

    [Test]
    public async Task Lines_are_added_changed_and_taken_away()
    {
        var activity = await Activity(await PlanInForce());
        var id = await Get(Line(activity, BudgetSource.StateBudget, 120.5m));
        var euros = await Get(Line(activity, BudgetSource.Donor, 5m) with { Funder = "UNFPA", Currency = "eur", Rate = 19.5432m, RateDate = RateDay, RateSource = "BNM", Committed = 2m });
        var budget = await Get(new GetActivityBudget(activity));
        Assert.That(budget.Lines.Select(l => (l.Id, l.Source, l.Planned, l.Currency)), Is.EqualTo(new[] { (id, BudgetSource.StateBudget, (decimal?)120.5m, "MDL"), (euros, BudgetSource.Donor, (decimal?)5m, "EUR") }));
        Assert.That(budget.Lines[1].InPlanCurrency, Is.EqualTo(new BudgetSums(97.716m, null, 39.0864m, null, 39.0864m, 58.6296m, 1, 0)));
        Assert.That(budget.Total, Is.EqualTo(new BudgetSums(218.216m, null, 39.0864m, null, 39.0864m, 179.1296m, 2, 0)));
        Assert.That((budget.Currency, budget.Words, budget.Lines[0].Version), Is.EqualTo(("MDL", CostWordsKind.Figures, 1)));

        await Get(Line(activity, BudgetSource.StateBudget, 100m) with { LineId = id, Allocated = 110m, Spent = 0m, Version = 1, Note = "După rectificare" });
        var changed = (await Get(new GetActivityBudget(activity))).Lines[0];
        Assert.That((changed.Planned, changed.Allocated, changed.Committed, changed.Spent, changed.Version), Is.EqualTo(((decimal?)100m, (decimal?)110m, (decimal?)null, (decimal?)0m, 2)));
        Assert.That(changed.Warnings, Is.EqualTo(new[] { BudgetWarning.AllocatedAbovePlanned }));
        Assert.That((await App.Send(Line(activity, BudgetSource.StateBudget, 1m) with { LineId = id, Version = 1 })).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await App.Send(new RemoveBudgetLine(id, 1))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        await Do(new RemoveBudgetLine(id, 2));
        Assert.That((await Get(new GetActivityBudget(activity))).Lines.Single().Id, Is.EqualTo(euros));
        Assert.That((await App.Send(new RemoveBudgetLine(id, 2))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task What_cannot_be_is_refused_by_its_field()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan);
        await Get(Line(activity, BudgetSource.Donor, 10m) with { Funder = "Fondația «Pașii»" });
        Assert.That(await Refused(Line(activity, BudgetSource.Donor, 20m) with { Funder = "FONDATIA PASII" }), Is.EqualTo(("Source", "action-plan.budget-line-exists")));
        Assert.That(await Refused(Line(activity, BudgetSource.StateBudget, 20m) with { Year = 2028 }), Is.EqualTo(("Year", "action-plan.budget-year-outside")));
        Assert.That(await Refused(Line(activity, BudgetSource.StateBudget, -1m)), Is.EqualTo(("Planned", "action-plan.budget-negative")));
        Assert.That(await Refused(Line(activity, BudgetSource.WithinLimits, 0m)), Is.EqualTo(("Planned", "action-plan.budget-unquantified")));
        Assert.That(await Refused(Line(activity, BudgetSource.StateBudget, 1m) with { Currency = "USD", Rate = 17m }), Is.EqualTo(("RateDate", "action-plan.budget-rate-date-required")));
        Assert.That(await Refused(Line(activity, BudgetSource.StateBudget, 1m) with { Funder = new string('x', 201) }), Is.EqualTo(("Funder", "MaximumLengthValidator")));
        Assert.That((await App.Send(Line(Guid.CreateVersion7(), BudgetSource.StateBudget, 1m))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(Line(activity, BudgetSource.StateBudget, 1m) with { LineId = Guid.CreateVersion7() })).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));

        var line = (await Get(new GetActivityBudget(activity))).Lines.Single();
        await Do(new ClosePlan(plan, (await Get(new GetPlan(plan))).Version));
        Assert.That((await App.Send(Line(activity, BudgetSource.StateBudget, 1m))).Failure?.Code, Is.EqualTo("action-plan.plan-closed"));
        Assert.That((await App.Send(new RemoveBudgetLine(line.Id, line.Version))).Failure?.Code, Is.EqualTo("action-plan.plan-closed"));
        Assert.That((await App.Send(new TakeBudgetFromWords(plan))).Failure?.Code, Is.EqualTo("action-plan.plan-closed"));
        Assert.That((await App.Send(new GetActivityBudget(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new GetBudgetSummary(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new TakeBudgetFromWords(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new ListWithoutBudget(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task The_words_of_a_plan_become_lines_once()
    {
        var plan = await DraftPlan();
        await Written(plan, "1.1", "30.06.2027", "1 234,5 mii lei", "Bugetul de stat");
        await Written(plan, "1.2", "permanent", "Bugetul de stat – 120,0; donatori – 80,0", null);
        await Written(plan, "1.3", "31.12.2029", "În limitele bugetului aprobat", null);
        await Written(plan, "2.1", "within 3 months after the adoption of the law", "120,0", "Bugetul de stat și/sau donatori");
        await Written(plan, "2.2", "30.06.2026", "nu necesită costuri", null);
        await Written(plan, "2.3", "30.06.2026", "1,200", "Bugetul de stat");
        await Written(plan, "2.4", "30.06.2026", "5 mii EUR", "UNFPA");
        await Written(plan, "2.5", "30.06.2026", "2031 – 120,0; 2027 – 80,0", "Bugetul de stat");
        await Written(plan, "2.6", "30.06.2026", null, null);
        var typed = await Written(plan, "2.7", "30.06.2026", "77", "Bugetul de stat");
        await Get(Line(typed, BudgetSource.Ngo, 1m));

        Assert.That(await Get(new TakeBudgetFromWords(plan)), Is.EqualTo(new BudgetFromWords(Read: 3, WithinLimits: 1, NoCost: 1, Unreadable: 3, Silent: 1, SourceAssumed: 1, Lines: 5)));
        Assert.That(await Get(new TakeBudgetFromWords(plan)), Is.EqualTo(new BudgetFromWords(0, 0, 1, 3, 1, 0, 0)), "what has lines is left alone");
        var lines = new List<(string, int, BudgetSource, decimal?, string?)>();
        foreach (var row in (await Get(new ListActivities(plan))).Items)
        {
            lines.AddRange((await Get(new GetActivityBudget(row.Id))).Lines.Select(l => (row.Number, l.Year, l.Source, l.Planned, l.AsWritten)));
        }

        Assert.That(lines, Is.EqualTo(new (string, int, BudgetSource, decimal?, string?)[]
        {
            ("1.1", 2027, BudgetSource.StateBudget, 1234.5m, "1 234,5 mii lei\nBugetul de stat"),
            ("1.2", 2027, BudgetSource.StateBudget, 120m, "Bugetul de stat – 120,0; donatori – 80,0"), ("1.2", 2027, BudgetSource.Donor, 80m, "Bugetul de stat – 120,0; donatori – 80,0"),
            ("1.3", 2027, BudgetSource.WithinLimits, null, "În limitele bugetului aprobat"),
            ("2.1", 2026, BudgetSource.StateBudget, 120m, "120,0\nBugetul de stat și/sau donatori"),
            ("2.7", 2026, BudgetSource.Ngo, 1m, null),
        }));
        var missing = await Get(new ListWithoutBudget(plan, Size: 3));
        Assert.That((missing.Total, missing.PageCount), Is.EqualTo((5, 2)));
        Assert.That(missing.Items.Select(r => (r.Number, r.Words)), Is.EqualTo(new[] { ("2.2", CostWordsKind.NoCost), ("2.3", CostWordsKind.Unreadable), ("2.4", CostWordsKind.Figures) }));
    }

    [Test]
    public async Task A_large_plan_is_taken_in_batches()
    {
        var plan = await DraftPlan();
        var file = new StringBuilder("Nr.,Activitate,Termen,Responsabil,Cost,Surse de finanțare\n");
        for (var i = 1; i <= 1203; i++) file.AppendLine(CultureInfo.InvariantCulture, $"1.{i},Clubul de presă,30.06.2026,MAI,{(i % 3 == 0 ? "în limitele bugetului aprobat" : "\"10,5\"")},Bugetul de stat");
        await Imported(plan, file.ToString());

        Assert.That(await Get(new TakeBudgetFromWords(plan)), Is.EqualTo(new BudgetFromWords(802, 401, 0, 0, 0, 0, 1203)));
        var summary = await Get(new GetBudgetSummary(plan));
        Assert.That((summary.Total.Planned, summary.Total.Lines, summary.Total.WithinLimits, summary.WithoutFigure, summary.Activities), Is.EqualTo(((decimal?)8421m, 1203, 401, 401, 1203)));
    }

    [Test]
    public async Task Sums_are_the_same_by_objective_institution_source_and_year()
    {
        var plan = await PlanInForce();
        var one = await Activity(plan, "1.1");
        var two = await Activity(plan, "1.2", lead: "ANAS");
        var three = await Activity(plan, "2.1", lead: "Necunoscută");
        var four = await Activity(plan, "2.2");
        await Get(Line(one, BudgetSource.StateBudget, 100m) with { Allocated = 80m, Committed = 70m, Spent = 40m });
        await Get(Line(one, BudgetSource.StateBudget, 50m) with { Year = 2027 });
        await Get(Line(two, BudgetSource.Donor, 10m) with { Funder = "UNFPA", Currency = "EUR", Rate = 20m, RateDate = RateDay, Allocated = 2m, Committed = 5m, Spent = 1m });
        await Get(Line(two, BudgetSource.WithinLimits, null));
        await Get(Line(three, BudgetSource.WithinLimits, null));
        await Get(Line(three, BudgetSource.LocalBudget, null) with { Spent = 3m });
        await Get(Line(four, BudgetSource.LocalBudget, 0m));

        var summary = await Get(new GetBudgetSummary(plan));
        var total = new BudgetSums(350m, 120m, 170m, 63m, 60m, 170m, 7, 2);
        Assert.That(summary.Total, Is.EqualTo(total), "350 planned - 120 allocated - 60 pledged");
        Assert.That(summary.Total.Execution, Is.EqualTo(63m / 120));
        Assert.That((summary.WithoutFigure, summary.Activities, summary.Unplanned), Is.EqualTo((1, 4, 0)));
        Assert.That(summary.ByObjective.Select(o => (o.Number, o.Text["ro"], o.Sums.Planned, o.WithoutFigure, o.Activities)), Is.EqualTo(new[] { ("1", "Obiectivul 1", (decimal?)350m, 0, 2), ("2", "Obiectivul 2", 0m, 1, 2) }));
        Assert.That(summary.ByInstitution.Select(i => (i.Institution?.Id, i.Sums.Planned, i.Sums.WithinLimits)), Is.EqualTo(new[] { ((Guid?)Agency, (decimal?)200m, 1), (Ministry, 150m, 0), (null, null, 1) }));
        Assert.That(summary.BySource.Select(s => (s.Source, s.Sums.Planned, s.Sums.Spent)), Is.EqualTo(new[]
        {
            (BudgetSource.StateBudget, (decimal?)150m, (decimal?)40m), (BudgetSource.LocalBudget, 0m, 3m), (BudgetSource.Donor, 200m, 20m), (BudgetSource.WithinLimits, null, null),
        }));
        Assert.That(summary.ByYear.Select(y => (y.Year, y.Sums.Planned)), Is.EqualTo(new[] { (2026, (decimal?)300m), (2027, 50m) }));
        foreach (var sums in new[] { summary.ByObjective.Select(o => o.Sums), summary.ByInstitution.Select(i => i.Sums), summary.BySource.Select(s => s.Sums), summary.ByYear.Select(y => y.Sums) })
        {
            Assert.That(sums.Aggregate(BudgetSums.None, (sum, s) => sum + s), Is.EqualTo(total));
        }

        Assert.That(summary.BySource[1].Sums.Execution, Is.Null, "nothing is allocated");
        var next = await Get(new GetBudgetSummary(plan, 2027));
        Assert.That((next.Total.Planned, next.WithoutFigure, next.Activities, next.Objectives.Count, next.Institutions.Count), Is.EqualTo(((decimal?)50m, 0, 1, 2, 2)));
        Assert.That((await Get(new GetBudgetSummary(plan, InstitutionId: Agency))).Total.Planned, Is.EqualTo(200m));
        Assert.That((await Get(new GetBudgetSummary(plan, Objective: "2"))).Total, Is.EqualTo(new BudgetSums(0m, null, null, 3m, null, 0m, 3, 1)));
        var within = await Get(new GetBudgetSummary(plan, Source: BudgetSource.WithinLimits));
        Assert.That((within.Total, within.WithoutFigure, within.Activities), Is.EqualTo((new BudgetSums(null, null, null, null, null, null, 2, 2), 2, 2)));
        Assert.That((await Get(new GetBudgetSummary(plan, 2026, Ministry, "1", BudgetSource.StateBudget))).Total.Planned, Is.EqualTo(100m));
    }

    [Test]
    public async Task The_money_of_parts_counts_for_the_whole_and_for_their_own_leads()
    {
        var plan = await DraftPlan();
        var whole = await Activity(plan, "1.1");
        await Activity(plan, "1.2");
        await Do(new SplitActivity(whole, [Ministry, Agency], (await One(whole)).Version));
        Assert.That((await Get(new ListWithoutBudget(plan))).Items.Select(r => r.Number), Is.EqualTo(new[] { "1.1", "1.2" }), "parts are no lines of the plan");
        var share = (await One(whole)).Related.Single(r => r.Number == "1.1/2").Id;
        var line = await Get(Line(share, BudgetSource.StateBudget, 30m));

        var summary = await Get(new GetBudgetSummary(plan));
        Assert.That((summary.Total.Planned, summary.WithoutFigure, summary.Activities, summary.Unplanned), Is.EqualTo(((decimal?)30m, 1, 2, 1)));
        Assert.That(summary.ByInstitution.Select(i => (i.Institution?.Id, i.Sums.Planned, i.Activities)), Is.EqualTo(new[] { ((Guid?)Agency, (decimal?)30m, 0), (Ministry, null, 2) }));
        Assert.That((await Get(new TakeBudgetFromWords(plan))).Read, Is.EqualTo(1), "the whole has its money by its part");

        var refused = (await App.Send(new UniteActivity(whole, (await One(whole)).Version))).Failure;
        Assert.That((refused?.Code, refused?.Args[0]), Is.EqualTo(("action-plan.budget-stands", "1.1/2")));
        await Do(new RemoveBudgetLine(line, 1));
        await Do(new UniteActivity(whole, (await One(whole)).Version));
    }

    [Test]
    public async Task An_import_with_money_on_its_rows_is_not_undone()
    {
        var plan = await DraftPlan();
        var import = await Imported(plan, "Nr.,Activitate,Termen,Responsabil,Cost\n1.1,Clubul de presă,30.06.2026,MAI,10\n1.2,Buletin,30.06.2026,MAI,20\n");
        await Get(new TakeBudgetFromWords(plan));
        Assert.That((await App.Send(new UndoImport(import))).Failure?.Code, Is.EqualTo("action-plan.budget-stands"));
        foreach (var activity in (await Get(new ListActivities(plan))).Items)
        {
            foreach (var line in (await Get(new GetActivityBudget(activity.Id))).Lines) await Do(new RemoveBudgetLine(line.Id, line.Version));
        }

        await Do(new UndoImport(import));
        Assert.That((await Get(new GetBudgetSummary(plan))).Activities, Is.Zero);
    }

    [Test]
    public async Task An_institution_sees_the_money_of_its_own_activities()
    {
        var plan = await DraftPlan();
        var theirs = await Get(new AddActivity(plan, "1.1", LocalizedText.Of("ro", "Campanie"), "1", LocalizedText.Empty, "30.06.2026", null, null, null, null, "MAI", null, [], []));
        var shared = await Activity(plan, "1.2");
        await Get(Line(theirs, BudgetSource.StateBudget, 100m));
        await Get(Line(shared, BudgetSource.StateBudget, 7m));

        Assert.That((await Get(new GetBudgetSummary(plan), MinistryLink)).Total.Planned, Is.EqualTo(107m));
        var seen = await Get(new GetBudgetSummary(plan), AgencyLink);
        Assert.That((seen.Total.Planned, seen.Activities, seen.Unplanned), Is.EqualTo(((decimal?)7m, 1, 0)));
        Assert.That((await Get(new ListWithoutBudget(plan), AgencyLink)).Total, Is.Zero);
        Assert.That((await App.Send(new GetActivityBudget(theirs), AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await Get(new GetActivityBudget(shared), AgencyLink)).Lines, Has.Count.EqualTo(1));
        Assert.That((await App.Send(Line(shared, BudgetSource.Ngo, 1m), AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
    }

    private async Task<Guid> Imported(Guid plan, string csv)
    {
        var import = await Get(new UploadPlanFile(plan, "plan.csv", Encoding.UTF8.GetBytes(csv), "ro"));
        await Do(new MapImportColumns(import, [.. (await Get(new GetImport(import))).Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        await Do(new StartImport(import));
        await Do(new CommitImport(import));
        return import;
    }

    private static SetBudgetLine Line(Guid activity, BudgetSource source, decimal? planned) => new(activity, null, 2026, source, null, planned, null, null, null);

    private async Task<(string?, string?)> Refused(SetBudgetLine line) =>
        (await App.Send(line)).Failure?.Fields.Select(f => ((string?)f.Field, (string?)f.Code)).FirstOrDefault() ?? (null, null);

    private Task<Guid> Written(Guid plan, string number, string deadline, string? cost, string? funding) =>
        Get(new AddActivity(plan, number, LocalizedText.Of("ro", $"Activitatea {number}"), number[..1], LocalizedText.Empty, deadline, cost, funding, null, null, "MAI", null, [], []));
}
