// A quarter's activities with what the reports suggest and what was decided; and the log of one of them.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Features.Assessments;

/// <summary>Every activity of the plan in the quarter, in natural order.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record GetAssessments(Guid PlanId, string Period) : IQuery<AssessmentSheet>;

/// <param name="Frozen">Approved: nothing is decided any more.</param>
public sealed record AssessmentSheet(string Period, bool Frozen, IReadOnlyList<AssessedActivity> Activities);

/// <param name="Suggested">By the reports, as of the cut-off or, while reports are collected, of today.</param>
/// <param name="Decided">Null: nobody has decided yet.</param>
public sealed record AssessedActivity(ActivitySnapshot Activity, NamedInstitution Lead, Verdict Suggested, AssessmentEntry? Decided, int Entries)
{
    public Verdict Verdict => Decided is { } entry ? Enum.Parse<Verdict>(entry.Mark) : Suggested;
}

/// <param name="Mark">A verdict, an objective's level, or a rating.</param>
public sealed record AssessmentEntry(string Period, string Subject, string Mark, string? Suggested, string? Note, string? Evidence, string By, DateTimeOffset At);

/// <summary>Every verdict ever given on an activity, in every quarter, the newest first.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record GetVerdictLog(Guid PlanId, Guid ActivityId) : IQuery<IReadOnlyList<AssessmentEntry>>;

internal sealed class GetAssessmentsValidator : AbstractValidator<GetAssessments>
{
    public GetAssessmentsValidator() =>
        RuleFor(c => c.Period).IsQuarter();
}

internal sealed class GetAssessmentsHandler(MonitoringDbContext db, SnapshotSource source) : IQueryHandler<GetAssessments, AssessmentSheet>
{
    public async Task<Result<AssessmentSheet>> Handle(GetAssessments query, CancellationToken cancellationToken)
    {
        var suggestions = await source.SuggestAsync(query.PlanId, Quarter.Parse(query.Period)!.Value, cancellationToken);
        if (!suggestions.IsSuccess) return suggestions.Failure;
        var all = await db.Assessments.AsNoTracking().Where(a => a.PlanId == query.PlanId && a.Period == query.Period && a.Kind == AssessmentKind.Activity).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var entries = all.ToLookup(a => a.Subject);
        var frozen = !(await db.AdmitAsync(query.PlanId, query.Period, cancellationToken)).IsSuccess;
        return new AssessmentSheet(
            query.Period, frozen,
            [
                .. suggestions.Value.Select(s =>
                {
                    var own = entries[Assessment.SubjectOf(s.Activity.Id)].ToList();
                    return new AssessedActivity(s.Activity, s.Lead, s.Suggested, own.Count == 0 ? null : Of(own[^1]), own.Count);
                }),
            ]);
    }

    public static AssessmentEntry Of(Assessment a) => new(a.Period, a.Subject, a.Mark, a.Suggested, a.Note, a.Evidence, a.By, a.At);
}

internal sealed class GetVerdictLogHandler(MonitoringDbContext db) : IQueryHandler<GetVerdictLog, IReadOnlyList<AssessmentEntry>>
{
    public async Task<Result<IReadOnlyList<AssessmentEntry>>> Handle(GetVerdictLog query, CancellationToken cancellationToken)
    {
        var subject = Assessment.SubjectOf(query.ActivityId);
        var entries = await db.Assessments.AsNoTracking().Where(a => a.PlanId == query.PlanId && a.Kind == AssessmentKind.Activity && a.Subject == subject)
            .OrderByDescending(a => a.Period).ThenByDescending(a => a.At).ThenByDescending(a => a.Id).ToListAsync(cancellationToken);
        return entries.Select(GetAssessmentsHandler.Of).ToList();
    }
}
