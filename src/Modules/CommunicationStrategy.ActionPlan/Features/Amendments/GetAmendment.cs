// One amendment with its proposals, each beside what the plan says now (or said when it came into force).
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

/// <summary>An amendment and what it changes, field by field.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetAmendment(Guid AmendmentId) : IQuery<AmendmentDetails>;

/// <param name="MayApprove">Another person handed it in: the caller's permission given, it may be approved.</param>
/// <param name="Ready">Approved, and its day has come.</param>
public sealed record AmendmentDetails(
    Guid Id, Guid PlanId, string PlanCode, LocalizedText PlanTitle, PlanStatus PlanStatus, string Act, string Reason, DateOnly InForceFrom, AmendmentState State, bool MayApprove, bool Ready,
    string? ApprovedBy, string? ReturnReason, int? VersionNumber, IReadOnlyList<AmendedLineRow> Lines, int Version);

/// <param name="Changes">Field by field; for what is given up, every field with its old text.</param>
public sealed record AmendedLineRow(Guid Id, AmendmentKind Kind, Guid? ActivityId, string Number, LocalizedText Title, string? Note, IReadOnlyList<LineChange> Changes);

internal sealed class GetAmendmentHandler(ActionPlanDbContext db, CallerScope caller, TimeProvider clock) : IQueryHandler<GetAmendment, AmendmentDetails>
{
    public async Task<Result<AmendmentDetails>> Handle(GetAmendment query, CancellationToken cancellationToken)
    {
        var amendment = await db.Amendments.AsNoTracking().Include(a => a.Lines).SingleOrDefaultAsync(a => a.Id == query.AmendmentId, cancellationToken);
        if (amendment is null) return Failure.NotFound(nameof(Amendment), query.AmendmentId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == amendment.PlanId, cancellationToken);
        var ids = amendment.Lines.Select(l => l.ActivityId).OfType<Guid>().ToList();
        var activities = await db.Activities.AsNoTracking().Include(a => a.Assignments).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);

        return new AmendmentDetails(
            amendment.Id, plan.Id, plan.Code, plan.Title, plan.Status, amendment.Act, amendment.Reason, amendment.InForceFrom, amendment.State,
            amendment.SubmittedBy is null || amendment.SubmittedBy != caller.Current.Id, amendment.State == AmendmentState.Approved && amendment.InForceFrom <= clock.Today(),
            amendment.ApprovedBy, amendment.ReturnReason, amendment.VersionNumber,
            [.. amendment.Lines.Select(l => Row(l, l.ActivityId is { } id ? activities.GetValueOrDefault(id) : null, amendment.State)).OrderBy(l => NaturalOrder.KeyOf(l.Number), StringComparer.Ordinal)], amendment.Version);
    }

    private static AmendedLineRow Row(AmendedLine line, Activity? activity, AmendmentState state)
    {
        var before = state == AmendmentState.InForce ? (line.Before is { } json ? PlanLine.FromJson(json) : null) : activity is null ? null : PlanLine.Of(activity);
        var after = line.Line();
        return new AmendedLineRow(
            line.Id, line.Kind, line.ActivityId, (after ?? before)?.Number ?? line.Number, (after ?? before)?.Title ?? LocalizedText.Empty, line.Note,
            line.Kind is AmendmentKind.Add or AmendmentKind.Change ? PlanLine.Compare(before, after) : []);
    }
}
