// A plan is made, its particulars are changed.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.Strategy;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>Makes a plan, as a draft; answers its id.</summary>
/// <param name="Locality">Whose local holidays count for its due dates, such as "Chișinău".</param>
/// <param name="Currency">Of its budget: three letters of ISO 4217; null: MDL.</param>
/// <param name="ReportDays">How many days after a quarter's end its reports are due; null: 15.</param>
/// <param name="ReviewDays">Until how many days after it they are checked, later than they are due; null: 20.</param>
/// <param name="OpensItself">The collection opens after each quarter by itself; null: yes.</param>
/// <param name="Frequency">How often reports are collected; null: every quarter.</param>
[Requires(Permission.EditActionPlan)]
public sealed record CreatePlan(string Code, LocalizedText Title, DateOnly Start, DateOnly End, Guid? StrategyId = null, string? ApprovingAct = null, string? Locality = null, string? Currency = null, int? ReportDays = null, int? ReviewDays = null, bool? OpensItself = null, ReportingFrequency? Frequency = null) : ICommand<Guid>;

/// <summary>Changes a plan's particulars; its period only while it is a draft.</summary>
/// <param name="Currency">Null: as it is. It stands once the plan has budget lines.</param>
/// <param name="ReportDays">With <paramref name="ReviewDays"/>, <paramref name="OpensItself"/> and <paramref name="Frequency"/> for quarters whose collection is opened afterwards; null: as it is.</param>
[Requires(Permission.EditActionPlan)]
public sealed record EditPlan(Guid PlanId, string Code, LocalizedText Title, DateOnly Start, DateOnly End, Guid? StrategyId, string? ApprovingAct, int Version, string? Locality = null, string? Currency = null, int? ReportDays = null, int? ReviewDays = null, bool? OpensItself = null, ReportingFrequency? Frequency = null) : ICommand;

internal sealed class CreatePlanValidator : AbstractValidator<CreatePlan>
{
    public CreatePlanValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(Plan.CodeLength);
        RuleFor(c => c.Title).Must(t => !t.IsEmpty).WithErrorCode("action-plan.title-required").WithMessage("Give a title in at least one language.");
        RuleFor(c => c.Start).NotEmpty();
        RuleFor(c => c.End).NotEmpty();
        RuleFor(c => c.ApprovingAct).MaximumLength(Plan.ActLength);
        RuleFor(c => c.Locality).MaximumLength(Holiday.LocalityLength);
        RuleFor(c => c.Currency).Matches("^ *[A-Za-z]{3} *$").WithErrorCode("action-plan.currency-form").WithMessage("A currency is three letters, such as MDL or EUR.");
    }
}

internal sealed class EditPlanValidator : AbstractValidator<EditPlan>
{
    public EditPlanValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(Plan.CodeLength);
        RuleFor(c => c.Title).Must(t => !t.IsEmpty).WithErrorCode("action-plan.title-required").WithMessage("Give a title in at least one language.");
        RuleFor(c => c.Start).NotEmpty();
        RuleFor(c => c.End).NotEmpty();
        RuleFor(c => c.ApprovingAct).MaximumLength(Plan.ActLength);
        RuleFor(c => c.Locality).MaximumLength(Holiday.LocalityLength);
        RuleFor(c => c.Currency).Matches("^ *[A-Za-z]{3} *$").WithErrorCode("action-plan.currency-form").WithMessage("A currency is three letters, such as MDL or EUR.");
    }
}

internal sealed class CreatePlanHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<CreatePlan, Guid>
{
    public async Task<Result<Guid>> Handle(CreatePlan command, CancellationToken cancellationToken)
    {
        if (await PlanRules.CheckAsync(db, mediator, null, command.Code, command.StrategyId, cancellationToken) is { } failure) return failure;

        var plan = Plan.Create(command.Code, command.Title, command.StrategyId, command.Start, command.End, command.ApprovingAct, command.Locality);
        if (!plan.IsSuccess) return plan.Failure;
        var counted = plan.Value.CountIn(command.Currency ?? Plan.DefaultCurrency, hasBudget: false);
        if (!counted.IsSuccess) return counted.Failure;
        var collected = plan.Value.Collect(command.ReportDays, command.ReviewDays, command.OpensItself, command.Frequency);
        if (!collected.IsSuccess) return collected.Failure;
        db.Plans.Add(plan.Value);
        await db.SaveChangesAsync(cancellationToken);
        return plan.Value.Id;
    }
}

internal sealed class EditPlanHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<EditPlan>
{
    public async Task<Result> Handle(EditPlan command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        if (await PlanRules.CheckAsync(db, mediator, plan.Id, command.Code, command.StrategyId, cancellationToken) is { } failure) return failure;

        db.Expect(plan, command.Version);
        var resettled = plan.Locality != command.Locality;
        var renamed = plan.Rename(command.Code, command.Title, command.StrategyId, command.ApprovingAct, command.Locality);
        if (!renamed.IsSuccess) return renamed;
        var counted = command.Currency is { } currency ? plan.CountIn(currency, await db.BudgetLines.AnyAsync(l => db.Activities.Any(a => a.Id == l.ActivityId && a.PlanId == plan.Id), cancellationToken)) : Result.Success;
        if (!counted.IsSuccess) return counted;
        var collected = plan.Collect(command.ReportDays, command.ReviewDays, command.OpensItself, command.Frequency);
        if (!collected.IsSuccess) return collected;
        var moved = (plan.Start, plan.End) != (command.Start, command.End);
        var rescheduled = plan.Reschedule(command.Start, command.End);
        if (!rescheduled.IsSuccess) return rescheduled;
        if (moved)
        {
            // "Permanent", "martie" without a year: what a rule read depends on the period.
            var context = await db.ContextAsync(plan, cancellationToken);
            foreach (var activity in await db.Activities.Whole().Where(a => a.PlanId == plan.Id && a.Deadline.ResolvedBy != DeadlineResolvedBy.Person).ToListAsync(cancellationToken))
            {
                var read = activity.Reword(DeadlineParser.Parse(activity.Deadline.AsWritten, context), context.WorkingDays);
                if (!read.IsSuccess) return read;
            }
        }

        if (resettled)
        {
            var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
            foreach (var activity in await db.Activities.Whole().Where(a => a.PlanId == plan.Id && a.Deadline.Due != null).ToListAsync(cancellationToken))
            {
                if (!ActivityFlags.IsFinal(activity.State)) activity.Recalculate(calendar);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class PlanRules
{
    /// <summary>What only the tables know: the code is free, the strategy exists.</summary>
    public static async Task<Failure?> CheckAsync(ActionPlanDbContext db, IMediator mediator, Guid? planId, string code, Guid? strategyId, CancellationToken cancellationToken)
    {
        var wanted = code.Trim();
        if (await db.Plans.AnyAsync(p => p.Code == wanted && p.Id != planId, cancellationToken)) return Failure.Invalid("Code", "action-plan.code-taken", $"Another plan has the code {wanted}.");
        if (strategyId is null) return null;
        var strategies = await mediator.Send(new GetStrategies(), cancellationToken);
        if (!strategies.IsSuccess) return strategies.Failure;
        return strategies.Value.Any(s => s.Id == strategyId) ? null : Failure.Invalid("StrategyId", "action-plan.strategy-unknown", "There is no such strategy.");
    }
}
