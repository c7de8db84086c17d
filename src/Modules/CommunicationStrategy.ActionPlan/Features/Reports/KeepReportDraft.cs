// A report that is being written is kept, so that nothing typed is lost and a deputy can go on.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>Keeps what an institution has typed so far; nothing is checked and nothing follows from it. Sending the report removes it.</summary>
/// <param name="Content">The form, as JSON of at most 30,000 characters.</param>
[Requires(Permission.ReportProgress)]
public sealed record KeepReportDraft(Guid ActivityId, string Content) : ICommand;

/// <summary>What an institution has typed so far for an activity; null when nothing is kept.</summary>
[Requires(Permission.ReportProgress)]
public sealed record GetReportDraft(Guid ActivityId) : IQuery<ReportDraftContent>;

public sealed record ReportDraftContent(string? Content, DateTimeOffset? At);

internal sealed class KeepReportDraftValidator : AbstractValidator<KeepReportDraft>
{
    public KeepReportDraftValidator() => RuleFor(c => c.Content).NotEmpty().MaximumLength(30_000);
}

internal sealed class KeepReportDraftHandler(ActionPlanDbContext db, CallerScope scope) : ICommandHandler<KeepReportDraft>
{
    public async Task<Result> Handle(KeepReportDraft command, CancellationToken cancellationToken)
    {
        if (scope.Current.InstitutionId is not { } own) return Failure.Forbidden("You are not bound to an institution.");
        if (!await db.Activities.AnyAsync(a => a.Id == command.ActivityId && a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == own), cancellationToken)) return Failure.NotFound(nameof(Activity), command.ActivityId);
        var draft = await db.ReportDrafts.SingleOrDefaultAsync(d => d.ActivityId == command.ActivityId && d.InstitutionId == own, cancellationToken);
        if (draft is null) db.ReportDrafts.Add(draft = new ReportDraft(command.ActivityId, own));
        draft.Keep(command.Content);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class GetReportDraftHandler(ActionPlanDbContext db, CallerScope scope) : IQueryHandler<GetReportDraft, ReportDraftContent>
{
    public async Task<Result<ReportDraftContent>> Handle(GetReportDraft query, CancellationToken cancellationToken)
    {
        var own = scope.Current.InstitutionId;
        var draft = await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.ActivityId == query.ActivityId && d.InstitutionId == own, cancellationToken);
        return new ReportDraftContent(draft?.Content, draft?.ChangedAt);
    }
}
