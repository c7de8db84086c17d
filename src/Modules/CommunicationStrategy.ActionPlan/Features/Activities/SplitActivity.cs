// An activity of several institutions, or of a whole group such as all local authorities, gets a part for each of them.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>
/// Splits a planned activity into a part for each of these institutions; each reports on its own, and the activity stands as they do.
/// Who does what is arranged by the office: the plan's text is not changed.
/// </summary>
[Requires(Permission.EditActionPlan)]
public sealed record SplitActivity(Guid ActivityId, IReadOnlyList<Guid> Institutions, int Version) : ICommand;

/// <summary>Takes a split back, as long as no part has begun or been reported on.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record UniteActivity(Guid ActivityId, int Version) : ICommand;

internal sealed class SplitActivityValidator : AbstractValidator<SplitActivity>
{
    public SplitActivityValidator() => RuleFor(c => c.Institutions).Must(i => i.Distinct().Count() is >= 2 and <= 1000).WithErrorCode("action-plan.split-two").WithMessage("A split needs at least two institutions.");
}

internal sealed class SplitActivityHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<SplitActivity>
{
    public async Task<Result> Handle(SplitActivity command, CancellationToken cancellationToken)
    {
        var institutions = await mediator.InstitutionsAsync(command.Institutions.Select(i => (Guid?)i), cancellationToken);
        if (command.Institutions.Any(i => !institutions.ContainsKey(i))) return Failure.Invalid("Institutions", "action-plan.institution-unknown", "The register has no such institution.");
        return await db.ChangeAsync(command.ActivityId, command.Version, (activity, context) =>
        {
            var split = activity.Split([.. command.Institutions.Distinct().Select(i => new Assignee(AssignmentRole.Lead, institutions[i].Name.In("ro"), i))], context.WorkingDays);
            if (!split.IsSuccess) return split.Failure;
            db.Activities.AddRange(split.Value);
            return Result.Success;
        }, cancellationToken);
    }
}

internal sealed class UniteActivityHandler(ActionPlanDbContext db) : ICommandHandler<UniteActivity>
{
    public async Task<Result> Handle(UniteActivity command, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.Whole().SingleOrDefaultAsync(a => a.Id == command.ActivityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        var shares = await db.Activities.Whole().Where(a => a.ParentId == activity.Id).ToListAsync(cancellationToken);
        var ids = shares.Select(s => s.Id).ToList();
        if (await db.Reports.AnyAsync(r => ids.Contains(r.ActivityId), cancellationToken) || await db.MissedReports.AnyAsync(r => ids.Contains(r.ActivityId), cancellationToken)) return Failure.Rule("action-plan.split-begun", "A part has been reported on: the split stays.");
        if (await db.MoneyStandsAsync(ids, cancellationToken) is { } stands) return stands;
        db.Expect(activity, command.Version);
        var united = activity.Unite(shares);
        if (!united.IsSuccess) return united;
        db.Activities.RemoveRange(shares);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
