// A plan as it stands, with what a quarter's evaluation needs. The number of statements does not depend on how large the plan is.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetPlanSnapshotHandler(ActionPlanDbContext db, IMediator mediator) : IQueryHandler<GetPlanSnapshot, PlanSnapshot>
{
    public async Task<Result<PlanSnapshot>> Handle(GetPlanSnapshot query, CancellationToken cancellationToken)
    {
        if (Quarter.Parse(query.Period) is not { } quarter) return Failure.Invalid("Period", "action-plan.period-unreadable", "A period is a quarter, such as 2026-Q4.");
        List<string> names = [query.Period, .. ReportingFrequency.Monthly.Within(quarter).Select(m => m.Name)];
        var found = await db.Plans.AsNoTracking().Where(p => p.Id == query.PlanId)
            .Select(p => new
            {
                Info = new PlanInfo(p.Id, p.Code, p.Title, p.StrategyId, p.Start, p.End, p.Status), p.Currency, p.ReportDays, p.Frequency,
                Periods = db.Periods.Where(x => x.PlanId == p.Id && names.Contains(x.Period)).Select(x => new { Period = x, Extensions = x.Extensions.ToList() }).ToList(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        // As it was when the collection opened: a later change of the calendar is for later quarters.
        var frequency = (found.Periods.Find(p => p.Period.Period == query.Period) ?? found.Periods.FirstOrDefault())?.Period.Frequency ?? found.Frequency;
        var asked = frequency.Within(quarter);
        var (plan, first) = (found.Info with { Span = frequency.Span(), IsMonthly = frequency == ReportingFrequency.Monthly }, asked[0].First);
        var collections = asked.Select(a => (Asked: a, Collection: found.Periods.Find(p => p.Period.Period == a.Name))).ToList();
        var activities = await db.Activities.AsNoTracking().Include(a => a.Assignments).Where(a => a.PlanId == plan.Id && a.State != ActivityState.Draft).OrderBy(a => a.SortKey).ThenBy(a => a.Id).AsSplitQuery().ToListAsync(cancellationToken);
        var text = await VersionsAsync(plan.Id, quarter, cancellationToken);
        var shown = activities.Where(a => a.Shape != ActivityShape.Share && (text.Lines is null || text.Lines.ContainsKey(a.Id))).ToList();
        var told = await SnapshotSources.ReadAsync(db, mediator, plan.Id, asked, activities, cancellationToken);
        var live = activities.Where(a => a.Shape != ActivityShape.Joint).ToList();
        IEnumerable<ReportSnapshot> OwedIn(CollectedPeriod period, ReportingPeriod? collection, IReadOnlyList<ReportingExtension> later) => live.SelectMany(a => Owed(
            a, [.. told.Reports[a.Id].Where(r => r.Period == period.Name)], institution => later.FirstOrDefault(e => e.InstitutionId == institution)?.EffectiveUntil ?? collection?.EffectiveDueOn ?? period.End.AddDays(found.ReportDays)));
        var wholes = new Dictionary<Guid, Guid>(activities.Join(shown, a => a.ParentId ?? a.Id, s => s.Id, (a, s) => KeyValuePair.Create(a.Id, s.Id)));
        var order = shown.Select((a, at) => (a.Id, at)).ToDictionary(a => a.Id, a => a.at);

        var snapshot = new PlanSnapshot(
            plan, ClosedOn([.. collections.Select(c => c.Collection?.Period)]),
            [.. shown.Select(a => As(text.Lines?[a.Id], Activity(a, told) with { InBase = text.Base?.Contains(a.Id) ?? true }))],
            // A month that was never opened asked nobody.
            [.. collections.Where(c => c.Collection is not null || asked.Count == 1).SelectMany(c => OwedIn(c.Asked, c.Collection?.Period, c.Collection?.Extensions ?? []))])
        { Version = text.Then };
        return query.ActivitiesOnly ? snapshot : snapshot with
        {
            Occurrences = [.. (await OccurrencesAsync(plan.Id, first, quarter.End, cancellationToken)).Where(o => order.ContainsKey(o.ActivityId)).OrderBy(o => order[o.ActivityId]).ThenBy(o => o.Due)],
            Budget = [.. (await BudgetAsync(plan.Id, quarter.Year, cancellationToken)).Where(l => wholes.ContainsKey(l.ActivityId)).OrderBy(l => order[wholes[l.ActivityId]]).ThenBy(l => l.Source).ThenBy(l => l.FunderKey, StringComparer.Ordinal).ThenBy(l => l.Id)
                .Select(l => Money(l, wholes[l.ActivityId], found.Currency))],
            Changes = await ChangesAsync(plan.Id, first, quarter.End, cancellationToken),
        };
    }

    /// <summary>When the quarter was over with: its last collection is closed, and no earlier one is open.</summary>
    private static DateOnly? ClosedOn(IReadOnlyList<ReportingPeriod?> collections) =>
        collections[^1]?.ClosedOn is null || collections.Any(c => c?.State == PeriodState.Open) ? null : collections.Max(c => c?.ClosedOn);

    /// <summary>
    /// The version that was in force at the quarter's end, and its lines when it is not the present one: a later amendment does not
    /// change what an earlier quarter is judged by. Lines null: the activities themselves say it.
    /// </summary>
    private async Task<(VersionSnapshot? Then, Dictionary<Guid, PlanLine>? Lines, HashSet<Guid>? Base)> VersionsAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var versions = await db.PlanVersions.AsNoTracking().Where(v => v.PlanId == planId).OrderBy(v => v.Number).Select(v => new VersionSnapshot(v.Number, v.Act, v.InForceFrom)).ToListAsync(cancellationToken);
        if (versions.Count == 0) return (null, null, null);
        VersionSnapshot At(DateOnly day) => versions.LastOrDefault(v => v.InForceFrom <= day) ?? versions[0];
        var (then, yearBegan) = (At(quarter.End), At(new DateOnly(quarter.Year, 1, 1)).Number);
        var (number, older) = (then.Number, then.Number != versions[^1].Number);

        var lines = await db.VersionLines.AsNoTracking().Where(l => l.PlanId == planId)
            .Where(l => (l.FromVersion <= yearBegan && (l.ToVersion == null || l.ToVersion >= yearBegan)) || (older && l.FromVersion <= number && (l.ToVersion == null || l.ToVersion >= number)))
            .Select(l => new { l.ActivityId, l.FromVersion, l.ToVersion, Content = older ? l.Content : null }).ToListAsync(cancellationToken);
        return (then,
            older ? lines.Where(l => l.FromVersion <= number && (l.ToVersion is null || l.ToVersion >= number)).ToDictionary(l => l.ActivityId, l => PlanLine.FromJson(l.Content!)) : null,
            [.. lines.Where(l => l.FromVersion <= yearBegan && (l.ToVersion is null || l.ToVersion >= yearBegan)).Select(l => l.ActivityId)]);
    }

    /// <summary>The activity as that version had it; where the line has ended since, also where it stood then.</summary>
    private static ActivitySnapshot As(PlanLine? line, ActivitySnapshot now)
    {
        if (line is null) return now;
        var then = now with
        {
            Number = line.Number, Title = line.Title, ObjectiveNumber = line.ObjectiveNumber, Objective = line.Objective, LeadAsWritten = line.Lead?.Name ?? now.LeadAsWritten,
            LeadId = line.Lead?.InstitutionId ?? now.LeadId, DeadlineAsWritten = line.DeadlineWords,
            CostAsWritten = line.Cost, FundingAsWritten = line.Funding, IndicatorText = line.Indicators, Partners = [.. line.Assignees.Where(a => a.Role != AssignmentRole.Lead).Select(a => a.Name)],
        };
        if (line.Standing is not { } standing) return then;
        then = then with { Due = standing.Due, EffectiveDue = standing.EffectiveDue, OriginalDue = standing.OriginalDue, From = standing.From };
        // Given up only afterwards: then it still stood as it did.
        return now.State is ActivityState.Cancelled or ActivityState.Superseded ? then with { State = standing.State, Percent = standing.Percent } : then;
    }

    private static ActivitySnapshot Activity(Activity activity, SnapshotSources told)
    {
        var newest = told.Newest(activity);
        return new ActivitySnapshot(
            activity.Id, activity.Number, activity.Title, activity.ObjectiveNumber, activity.Objective, activity.Lead.InstitutionId, activity.Lead.NameAsWritten,
            activity.State, activity.Percent, activity.Deadline.AsWritten, activity.Deadline.Due, activity.EffectiveDue, activity.OriginalDue,
            activity.Deadline.AwaitsTrigger, activity.Deadline.NeedsOfficer, activity.CompletedOn, activity.SubmittedOn,
            newest?.Narrative ?? activity.Narrative, newest?.Obstacles, newest?.NewDateAsked, newest?.Evidence ?? activity.Evidence)
        {
            From = activity.Deadline.Start, EarlierPercent = told.EarlierPercent(activity), Reported = newest is not null, Source = told.Of(activity),
            CostAsWritten = activity.CostAsWritten, FundingAsWritten = activity.FundingAsWritten, IndicatorText = activity.IndicatorText,
            Partners = [.. activity.Assignments.Where(a => a.Role != AssignmentRole.Lead).OrderBy(a => a.Role).ThenBy(a => a.Position).Select(a => a.NameAsWritten)],
        };
    }

    /// <summary>One report for every activity that is live or was reported on; what is done without a report owes none.</summary>
    private static IEnumerable<ReportSnapshot> Owed(Activity activity, IReadOnlyList<ActivityReport> reports, Func<Guid, DateOnly> dueFor)
    {
        var sent = reports.Select(r => new ReportSnapshot(activity.Id, r.InstitutionId, dueFor(r.InstitutionId), r.SubmittedAt, r.State));
        return reports.Count == 0 && ActivityFlags.IsLive(activity.State) && activity.Lead.InstitutionId is { } lead
            ? [new ReportSnapshot(activity.Id, lead, dueFor(lead), null, null)]
            : sent;
    }

    private async Task<List<OccurrenceSnapshot>> OccurrencesAsync(Guid planId, DateOnly start, DateOnly end, CancellationToken cancellationToken) =>
        await db.Occurrences.AsNoTracking().Where(o => o.EffectiveDue >= start && o.EffectiveDue <= end && db.Activities.Any(a => a.Id == o.ActivityId && a.PlanId == planId))
            .Select(o => new OccurrenceSnapshot(o.ActivityId, o.EffectiveDue, o.State == OccurrenceState.Done ? o.DoneOn : null, o.Target, o.Achieved, o.State == OccurrenceState.Waived)).ToListAsync(cancellationToken);

    private Task<List<BudgetLine>> BudgetAsync(Guid planId, int year, CancellationToken cancellationToken) =>
        db.BudgetLines.AsNoTracking().Where(l => l.PlanId == planId && l.Year == year).ToListAsync(cancellationToken);

    private static BudgetSnapshot Money(BudgetLine line, Guid activity, string currency)
    {
        var sums = BudgetSums.Of(line);
        return new BudgetSnapshot(activity, line.Year, line.Source.ToString(), line.Funder, currency, line.Source != BudgetSource.WithinLimits, sums.Planned, sums.Allocated, sums.Committed, sums.Spent, sums.Pledged);
    }

    private async Task<IReadOnlyList<PlanChangeSnapshot>> ChangesAsync(Guid planId, DateOnly start, DateOnly end, CancellationToken cancellationToken)
    {
        var amendments = await db.Amendments.AsNoTracking().Include(a => a.Lines).Where(a => a.PlanId == planId && a.State == AmendmentState.InForce && a.InForceFrom >= start && a.InForceFrom <= end).ToListAsync(cancellationToken);
        return [.. amendments.OrderBy(a => a.VersionNumber).SelectMany(a => a.Lines.OrderBy(l => l.Id).SelectMany(l => Changes(a, l)).OrderBy(c => NaturalOrder.KeyOf(c.Number), StringComparer.Ordinal))];
    }

    private static IEnumerable<PlanChangeSnapshot> Changes(Amendment amendment, AmendedLine line)
    {
        PlanChangeSnapshot Change(string number, string field, string? old, string? now) => new(amendment.Act, amendment.InForceFrom, number, field, old, now);
        var (before, after) = (line.Before is { } json ? PlanLine.FromJson(json) : null, line.Line());
        return (before, after) switch
        {
            (null, null) => [],
            (null, { } added) => [Change(added.Number, "Added", null, added.Title.In("ro"))],
            ({ } gone, null) => [Change(gone.Number, "Removed", gone.Title.In("ro"), null)],
            // A text that changed in several languages is one field, told in the first of them.
            _ => PlanLine.Compare(before, after).GroupBy(c => c.Field.Split('.')[0]).Select(g => Change(after.Number, g.Key, g.First().Old, g.First().New)),
        };
    }
}
