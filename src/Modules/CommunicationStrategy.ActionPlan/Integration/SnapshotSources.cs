// Where what a snapshot says of each activity comes from: a report, an officer's entry, or what was taken over with the plan.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class SnapshotSources
{
    private ILookup<Guid, ActivityReport> byWhole = null!;
    private ILookup<Guid, Activity> parts = null!;
    private Dictionary<Guid, Earlier> earlier = null!;
    private Dictionary<Guid, Word> words = null!;
    private HashSet<Guid> byLink = null!;
    private IReadOnlyDictionary<Guid, InstitutionInfo> institutions = null!;

    private SnapshotSources()
    {
    }

    /// <summary>The quarter's reports by the activity, or part of one, that they are on.</summary>
    public ILookup<Guid, ActivityReport> Reports { get; private init; } = null!;

    public static async Task<SnapshotSources> ReadAsync(ActionPlanDbContext db, IMediator mediator, Guid planId, IReadOnlyList<CollectedPeriod> asked, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var names = asked.Select(a => a.Name).ToList();
        var reports = await db.Reports.AsNoTracking().Where(r => r.PlanId == planId && names.Contains(r.Period)).ToListAsync(cancellationToken);
        var before = (await db.Reports.AsNoTracking().Where(r => r.PlanId == planId && !names.Contains(r.Period)).Select(r => new Earlier(r.Id, r.ActivityId, r.InstitutionId, r.Period, r.Percent, r.SubmittedAt, r.Files)).ToListAsync(cancellationToken))
            .FindAll(r => EndOf(r.Period) < asked[0].First);
        var ids = activities.Select(a => a.Id).Concat(reports.Select(r => r.Id)).Concat(before.Select(r => r.Id)).Select(id => id.ToString()).ToList();
        // Of an activity: how far it is, what was done, or that it is done; of a report: that it was sent.
        var entries = await db.Audit.AsNoTracking().Where(e => ids.Contains(e.EntityId))
            .Where(e => (e.EntityType == nameof(ActivityReport) && e.Changes.Contains("\"SubmittedAt\":"))
                || (e.EntityType == nameof(Activity) && (e.Changes.Contains("\"Percent\":") || e.Changes.Contains("\"Narrative\":") || e.Changes.Contains("\"SubmittedOn\":[null,\""))))
            .OrderBy(e => e.At).Select(e => new Word(e.EntityType, e.EntityId, e.At, e.Who, e.CallerKind)).ToListAsync(cancellationToken);
        var sent = entries.Where(e => e.EntityType == nameof(ActivityReport)).ToList();
        // What a report changed of its activity was saved with it, at the same instant.
        var saved = sent.Select(e => (e.At, e.Who)).ToHashSet();

        var wholes = activities.ToDictionary(a => a.Id, a => a.ParentId ?? a.Id);
        return new SnapshotSources
        {
            Reports = reports.ToLookup(r => r.ActivityId),
            byWhole = reports.ToLookup(r => wholes.GetValueOrDefault(r.ActivityId)),
            parts = activities.Where(a => a.ParentId is not null && a.State is not (ActivityState.Cancelled or ActivityState.Superseded)).ToLookup(a => a.ParentId!.Value),
            earlier = before.GroupBy(r => r.ActivityId).ToDictionary(g => g.Key, g => g.OrderBy(r => EndOf(r.Period)).ThenBy(r => r.SubmittedAt).Last()),
            words = entries.Where(e => e.EntityType == nameof(Activity) && !saved.Contains((e.At, e.Who))).GroupBy(e => e.EntityId).ToDictionary(g => Guid.Parse(g.Key), g => g.Last()),
            byLink = [.. sent.GroupBy(e => e.EntityId).Where(g => g.Last().Kind == CallerKind.Link).Select(g => Guid.Parse(g.Key))],
            institutions = await mediator.InstitutionsAsync(reports.Select(r => (Guid?)r.InstitutionId).Concat(before.Select(r => (Guid?)r.InstitutionId)), cancellationToken),
        };
    }

    private static DateOnly EndOf(string period) => (ReportingFrequency.Quarterly.Find(period) ?? ReportingFrequency.Monthly.Find(period))!.Value.End;

    /// <summary>The quarter's newest report on it, or on one of its parts.</summary>
    public ActivityReport? Newest(Activity activity) => byWhole[activity.Id].MaxBy(r => r.SubmittedAt);

    /// <summary>Of a joint activity the mean of its parts, as its own percentage is.</summary>
    public int? EarlierPercent(Activity activity)
    {
        if (activity.Shape != ActivityShape.Joint) return earlier.GetValueOrDefault(activity.Id)?.Percent;
        var known = parts[activity.Id].Select(p => earlier.GetValueOrDefault(p.Id)?.Percent).ToList();
        return known.Exists(p => p is not null) ? (int)Math.Round(known.Average(p => p ?? 0)) : null;
    }

    /// <summary>The quarter's report; without one the last word before: an earlier report or an officer's entry.</summary>
    public SourceSnapshot? Of(Activity activity)
    {
        if (Newest(activity) is { } report) return Report(report.Id, report.InstitutionId, report.SubmittedAt, report.Files);
        var own = parts[activity.Id].Append(activity).ToList();
        var before = own.Select(a => earlier.GetValueOrDefault(a.Id)).OfType<Earlier>().MaxBy(r => r.SubmittedAt);
        if (own.Select(a => words.GetValueOrDefault(a.Id)).OfType<Word>().MaxBy(w => w.At) is { } word && !(word.At < before?.SubmittedAt)) return new SourceSnapshot(word.Kind == CallerKind.System ? "import" : "officer", word.Who, word.At, null);
        return before is null ? null : Report(before.Id, before.InstitutionId, before.SubmittedAt, before.Files);
    }

    private SourceSnapshot Report(Guid id, Guid institution, DateTimeOffset at, IReadOnlyList<ReportFile> files) =>
        new(byLink.Contains(id) ? "report-by-link" : "report", institutions.GetValueOrDefault(institution)?.ShortName("ro") ?? "", at, files.Count == 0 ? null : files[^1].Sha256);

    private sealed record Earlier(Guid Id, Guid ActivityId, Guid InstitutionId, string Period, int Percent, DateTimeOffset SubmittedAt, IReadOnlyList<ReportFile> Files);

    private sealed record Word(string EntityType, string EntityId, DateTimeOffset At, string Who, CallerKind Kind);
}
