// An objective's level in the evaluator's words, and the six criteria of a mid-term or final evaluation.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Assessments;

/// <summary>Says how far an objective has come, beside or against what its indicators compute.</summary>
/// <param name="Objective">Its number.</param>
/// <param name="Note">Why; needed.</param>
[Requires(Permission.Evaluate)]
public sealed record JudgeObjective(Guid PlanId, string Period, string Objective, ObjectiveLevel Level, string Note, string? Evidence) : ICommand;

/// <summary>Rates a criterion from 1 (low) to 4 (high), with reasons.</summary>
[Requires(Permission.Evaluate)]
public sealed record RateCriterion(Guid PlanId, string Period, DacCriterion Criterion, int Rating, string Note, string? Evidence) : ICommand;

internal sealed class JudgeObjectiveValidator : AbstractValidator<JudgeObjective>
{
    public JudgeObjectiveValidator()
    {
        RuleFor(c => c.Period).IsQuarter();
        RuleFor(c => c.Objective).NotEmpty().WithErrorCode("monitoring.objective-required").WithMessage("Choose an objective.").MaximumLength(Assessment.SubjectLength);
        RuleFor(c => c.Level).IsInEnum();
        RuleFor(c => c.Note).NotEmpty().WithErrorCode("monitoring.reason-required").WithMessage("Say why.").MaximumLength(Assessment.NoteLength);
        RuleFor(c => c.Evidence).MaximumLength(Assessment.EvidenceLength);
    }
}

internal sealed class RateCriterionValidator : AbstractValidator<RateCriterion>
{
    public RateCriterionValidator()
    {
        RuleFor(c => c.Period).IsQuarterOrYear();
        RuleFor(c => c.Criterion).IsInEnum();
        RuleFor(c => c.Rating).InclusiveBetween(1, Assessment.BestRating).WithErrorCode("monitoring.rating-range").WithMessage("A rating lies between 1 and 4.");
        RuleFor(c => c.Note).NotEmpty().WithErrorCode("monitoring.reason-required").WithMessage("Say why.").MaximumLength(Assessment.NoteLength);
        RuleFor(c => c.Evidence).MaximumLength(Assessment.EvidenceLength);
    }
}

internal sealed class JudgeObjectiveHandler(MonitoringDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<JudgeObjective>
{
    public async Task<Result> Handle(JudgeObjective command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        db.Assessments.Add(new Assessment(
            command.PlanId, command.Period, AssessmentKind.Objective, command.Objective.Trim(), command.Level.ToString(), null, command.Note, command.Evidence, caller.Current, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class RateCriterionHandler(MonitoringDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<RateCriterion>
{
    public async Task<Result> Handle(RateCriterion command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        db.Assessments.Add(new Assessment(
            command.PlanId, command.Period, AssessmentKind.Criterion, command.Criterion.ToString(), command.Rating.ToString(System.Globalization.CultureInfo.InvariantCulture), null,
            command.Note, command.Evidence, caller.Current, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
