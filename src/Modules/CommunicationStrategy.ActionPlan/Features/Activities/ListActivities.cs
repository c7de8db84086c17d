// The list of activities, a page at a time, filtered and sorted in the database.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>The lines of plans, a page at a time; parts of a joint activity are seen on its own page. Someone bound to an institution sees only what that institution takes part in.</summary>
/// <param name="Objective">An objective's number.</param>
/// <param name="InstitutionId">Lead, co-implementer or partner.</param>
/// <param name="Quarter">Due in this quarter, such as "2026-Q4".</param>
/// <param name="Search">Words, all of which occur; case and diacritics do not matter.</param>
/// <param name="Sort">"number" (default), "due", "lead" or "state"; with "-" before it, descending.</param>
[Requires(Permission.ViewActionPlan)]
public sealed record ListActivities(
    Guid? PlanId = null, string? Objective = null, Guid? InstitutionId = null, ActivityState? State = null, string? Quarter = null, ActivityFlag? Flag = null,
    string? Search = null, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ActivityRow>>;

/// <param name="NextDue">The due date that counts today: of a duty that recurs, its next occurrence.</param>
/// <param name="EffectiveDue">The working day on which it is finally due.</param>
/// <param name="OriginalDue">The due date before it was extended; null when it never was.</param>
/// <param name="Lead">Null while the name waits in the match queue.</param>
/// <param name="Occurrences">Null for what falls due once.</param>
public sealed record ActivityRow(
    Guid Id, Guid PlanId, string Number, LocalizedText Title, string ObjectiveNumber, LocalizedText Objective,
    string DeadlineAsWritten, DeadlineKind DeadlineKind, DateOnly? Start, DateOnly? NextDue, DateOnly? Due, DateOnly? EffectiveDue, DateOnly? OriginalDue,
    ActivityState State, int? Percent, InstitutionInfo? Lead, string LeadAsWritten, OccurrenceCounts? Occurrences, IReadOnlyList<ActivityFlag> Flags, int Version);

/// <summary>Of a duty that falls due more than once: how many due dates it has, how many are met, and how many were missed so far.</summary>
public sealed record OccurrenceCounts(int All, int Met, int Missed);

internal sealed class ListActivitiesHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<ListActivities, Page<ActivityRow>>
{
    public async Task<Result<Page<ActivityRow>>> Handle(ListActivities query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = db.Activities.AsNoTracking().SeenBy(caller.Current).Matching(db, query, today);
        var page = await found.Sorted(query.Sort).Stored(db, today).ToPageAsync(query.Page, query.Size, cancellationToken);
        var institutions = await mediator.InstitutionsAsync(page.Items.Select(a => a.LeadId), cancellationToken);
        return new Page<ActivityRow>([.. page.Items.Select(a => a.ToRow(institutions, today))], page.Total, page.Number, page.Size);
    }
}
