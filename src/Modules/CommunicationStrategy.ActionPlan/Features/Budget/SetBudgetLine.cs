// A budget line is added, changed or taken away, while its plan is open.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>Adds a line to an activity, or changes one; answers its id. Figures are in thousands of the currency; null is "no figure".</summary>
/// <param name="LineId">Null: a new line.</param>
/// <param name="Currency">ISO 4217; null is the plan's.</param>
/// <param name="Rate">How much of the plan's currency one unit is; required where the currency is another.</param>
/// <param name="Version">The version of the line that was seen; ignored for a new one.</param>
[Requires(Permission.EditActionPlan)]
public sealed record SetBudgetLine(
    Guid ActivityId, Guid? LineId, int Year, BudgetSource Source, string? Funder, decimal? Planned, decimal? Allocated, decimal? Committed, decimal? Spent,
    string? Currency = null, decimal? Rate = null, DateOnly? RateDate = null, string? RateSource = null, string? Note = null, int Version = 0) : ICommand<Guid>;

/// <summary>Takes a line away; the audit keeps what it said.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record RemoveBudgetLine(Guid LineId, int Version) : ICommand;

internal sealed class SetBudgetLineValidator : AbstractValidator<SetBudgetLine>
{
    public SetBudgetLineValidator()
    {
        RuleFor(c => c.Source).IsInEnum();
        RuleFor(c => c.Funder).MaximumLength(BudgetLine.FunderLength);
        RuleFor(c => c.RateSource).MaximumLength(BudgetLine.FunderLength);
        RuleFor(c => c.Note).MaximumLength(BudgetLine.TextLength);
    }
}

internal sealed class SetBudgetLineHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<SetBudgetLine, Guid>
{
    public async Task<Result<Guid>> Handle(SetBudgetLine command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => db.Activities.SeenBy(caller.Current).Any(a => a.Id == command.ActivityId && a.PlanId == p.Id), cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        var open = plan.MustBeOpen();
        if (!open.IsSuccess) return open.Failure;

        var stored = command.LineId is { } id ? await db.BudgetLines.SingleOrDefaultAsync(l => l.Id == id && l.ActivityId == command.ActivityId, cancellationToken) : null;
        if (command.LineId is { } wanted && stored is null) return Failure.NotFound(nameof(BudgetLine), wanted);
        var funder = BudgetLine.KeyOf(command.Funder);
        if (await db.BudgetLines.AnyAsync(l => l.ActivityId == command.ActivityId && l.Year == command.Year && l.Source == command.Source && l.FunderKey == funder && l.Id != command.LineId, cancellationToken))
        {
            return Failure.Invalid("Source", "action-plan.budget-line-exists", "The activity has a line for this year, source and funder already.");
        }

        var entry = new BudgetEntry(command.Year, command.Source, command.Currency ?? plan.Currency)
        {
            Funder = command.Funder, Planned = command.Planned, Allocated = command.Allocated, Committed = command.Committed, Spent = command.Spent,
            Rate = command.Rate, RateDate = command.RateDate, RateSource = command.RateSource, AsWritten = stored?.AsWritten, Note = command.Note,
        };
        var line = stored is null ? BudgetLine.Create(plan, command.ActivityId, entry) : Changed(stored, plan, entry, command.Version);
        if (!line.IsSuccess) return line.Failure;
        if (stored is null) db.BudgetLines.Add(line.Value);
        await db.SaveChangesAsync(cancellationToken);
        return line.Value.Id;
    }

    private Result<BudgetLine> Changed(BudgetLine line, Plan plan, BudgetEntry entry, int version)
    {
        db.Expect(line, version);
        var set = line.Set(plan, entry);
        return set.IsSuccess ? line : set.Failure;
    }
}

internal sealed class RemoveBudgetLineHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<RemoveBudgetLine>
{
    public async Task<Result> Handle(RemoveBudgetLine command, CancellationToken cancellationToken)
    {
        var line = await db.BudgetLines.SingleOrDefaultAsync(l => l.Id == command.LineId && db.Activities.SeenBy(caller.Current).Any(a => a.Id == l.ActivityId), cancellationToken);
        if (line is null) return Failure.NotFound(nameof(BudgetLine), command.LineId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == line.PlanId, cancellationToken);
        var open = plan.MustBeOpen();
        if (!open.IsSuccess) return open;

        db.Expect(line, command.Version);
        db.BudgetLines.Remove(line);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
