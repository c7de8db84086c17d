// An activity is added to a plan by hand, or changed.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>What a person fills in for an activity, whether it is new or changed.</summary>
public interface IActivityForm
{
    string Number { get; }
    LocalizedText Title { get; }
    string? ObjectiveNumber { get; }
    LocalizedText Objective { get; }

    /// <summary>The deadline in words, as the plan has it.</summary>
    string DeadlineWords { get; }
    string? CostAsWritten { get; }
    string? FundingAsWritten { get; }
    string? IndicatorText { get; }
    string? Description { get; }

    /// <summary>The lead's name as written; looked up in the register unless <see cref="LeadInstitutionId"/> says who it is.</summary>
    string? Lead { get; }
    Guid? LeadInstitutionId { get; }

    /// <summary>Names as written, each looked up in the register.</summary>
    IReadOnlyList<string> CoImplementers { get; }
    IReadOnlyList<string> Partners { get; }
}

/// <summary>Adds an activity to a plan that is still written; answers its id. In a plan in force an amendment does it.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record AddActivity(
    Guid PlanId, string Number, LocalizedText Title, string? ObjectiveNumber, LocalizedText Objective, string DeadlineWords, string? CostAsWritten, string? FundingAsWritten,
    string? IndicatorText, string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners) : ICommand<Guid>, IActivityForm;

/// <summary>
/// Changes what a plan that is still written says of an activity. New words for the deadline are read again; <paramref name="Due"/>, when it differs
/// from the present date, is an officer's own reading of the words and wins.
/// </summary>
[Requires(Permission.EditActionPlan)]
public sealed record EditActivity(
    Guid ActivityId, string Number, LocalizedText Title, string? ObjectiveNumber, LocalizedText Objective, string DeadlineWords, DateOnly? Start, DateOnly? Due, string? CostAsWritten,
    string? FundingAsWritten, string? IndicatorText, string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners,
    int Version) : ICommand, IActivityForm;

internal sealed class AddActivityValidator : AbstractValidator<AddActivity>
{
    public AddActivityValidator()
    {
        RuleFor(c => c.PlanId).NotEmpty();
        Include(new ActivityFormValidator());
    }
}

internal sealed class EditActivityValidator : AbstractValidator<EditActivity>
{
    public EditActivityValidator()
    {
        Include(new ActivityFormValidator());
        RuleFor(c => c.Due).GreaterThanOrEqualTo(c => c.Start).When(c => c.Start is not null && c.Due is not null)
            .WithErrorCode("action-plan.dates-reversed").WithMessage("The last day is before the first.");
    }
}

internal sealed class ActivityFormValidator : AbstractValidator<IActivityForm>
{
    public ActivityFormValidator()
    {
        RuleFor(c => c.Number).NotEmpty().MaximumLength(Activity.NumberLength);
        RuleFor(c => c.Title).Must(t => !t.IsEmpty).WithErrorCode("action-plan.title-required").WithMessage("Give a title in at least one language.");
        RuleFor(c => c.ObjectiveNumber).MaximumLength(Activity.NumberLength);
        RuleFor(c => c.DeadlineWords).NotEmpty().MaximumLength(Activity.TextLength);
        RuleFor(c => c.CostAsWritten).MaximumLength(Activity.TextLength);
        RuleFor(c => c.FundingAsWritten).MaximumLength(Activity.TextLength);
        RuleFor(c => c.IndicatorText).MaximumLength(Activity.TextLength);
        RuleFor(c => c.Description).MaximumLength(Activity.TextLength);
        RuleFor(c => c.Lead).MaximumLength(Assignment.NameLength).Must((form, lead) => form.LeadInstitutionId is not null || !string.IsNullOrWhiteSpace(lead))
            .WithErrorCode("action-plan.one-lead").WithMessage("An activity has exactly one lead institution.");
        RuleForEach(c => c.CoImplementers).MaximumLength(Assignment.NameLength);
        RuleForEach(c => c.Partners).MaximumLength(Assignment.NameLength);
    }
}

internal sealed class AddActivityHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<AddActivity, Guid>
{
    public async Task<Result<Guid>> Handle(AddActivity command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        var written = plan.MustBeWritten();
        if (!written.IsSuccess) return written.Failure;
        if (await ActivityForm.NumberTakenAsync(db, plan.Id, null, command.Number, cancellationToken) is { } taken) return taken;

        var assignees = await ActivityForm.AssigneesAsync(command, mediator, cancellationToken);
        if (!assignees.IsSuccess) return assignees.Failure;
        var text = await ActivityForm.TextAsync(command, plan, mediator, cancellationToken);
        var context = await db.ContextAsync(plan, cancellationToken);
        var created = Activity.Create(plan.Id, text, DeadlineParser.Parse(command.DeadlineWords, context), assignees.Value, context.WorkingDays);
        if (!created.IsSuccess) return created.Failure;
        db.Activities.Add(created.Value);
        await db.SaveChangesAsync(cancellationToken);
        return created.Value.Id;
    }
}

internal sealed class EditActivityHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<EditActivity>
{
    public async Task<Result> Handle(EditActivity command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => db.Activities.Any(a => a.Id == command.ActivityId && a.PlanId == p.Id), cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        var written = plan.MustBeWritten();
        if (!written.IsSuccess) return written;
        if (await ActivityForm.NumberTakenAsync(db, plan.Id, command.ActivityId, command.Number, cancellationToken) is { } taken) return taken;

        var assignees = await ActivityForm.AssigneesAsync(command, mediator, cancellationToken);
        if (!assignees.IsSuccess) return assignees.Failure;
        var text = await ActivityForm.TextAsync(command, plan, mediator, cancellationToken);
        return await db.ChangeAsync(command.ActivityId, command.Version, (activity, context) =>
        {
            if (activity.Shape == ActivityShape.Share) return Failure.Rule("action-plan.is-share", "It is a part of a joint activity: change the whole.");
            var edited = activity.Edit(text);
            if (!edited.IsSuccess) return edited;
            var assigned = activity.Assign(assignees.Value);
            return assigned.IsSuccess ? ReadDeadline(activity, context, command) : assigned;
        }, cancellationToken);
    }

    private static Result ReadDeadline(Activity activity, DeadlineContext context, EditActivity command)
    {
        var (start, due) = (activity.Deadline.Start, activity.Deadline.Due);
        if (command.DeadlineWords.Trim() != activity.Deadline.AsWritten.Trim())
        {
            var reworded = activity.Reword(DeadlineParser.Parse(command.DeadlineWords, context), context.WorkingDays);
            if (!reworded.IsSuccess) return reworded;
        }

        var datesGiven = command.Due is not null && (command.Due != due || command.Start != start);
        return datesGiven ? activity.CorrectDeadline(command.Start, command.Due!.Value, context.WorkingDays) : Result.Success;
    }
}
