// Recommendations: made in a quarter, owned by an institution, followed until verified.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Conclusions;

/// <summary>The fields that adding and changing share.</summary>
public interface IRecommendationFields
{
    LocalizedText Text { get; }
    DateOnly DueOn { get; }
}

/// <param name="OwnerId">The institution that is to carry it out.</param>
[Requires(Permission.Evaluate)]
public sealed record AddRecommendation(Guid PlanId, string Period, LocalizedText Text, Guid? OwnerId, DateOnly DueOn) : ICommand<Guid>, IRecommendationFields;

/// <summary>Changes the words of a proposed one; of one that was decided on, its owner and date alone.</summary>
[Requires(Permission.Evaluate)]
public sealed record EditRecommendation(Guid Id, LocalizedText Text, Guid? OwnerId, DateOnly DueOn, int Version) : ICommand, IRecommendationFields;

/// <summary>Takes a recommendation to its next state. Accepting and rejecting is the head's; a rejection, a completion and a setback say why or what.</summary>
[Requires(Permission.Evaluate, Permission.ApproveEvaluation)]
public sealed record MoveRecommendation(Guid Id, RecommendationState To, string? Note, string? Evidence, int Version) : ICommand;

internal abstract class RecommendationFieldsValidator<T> : AbstractValidator<T>
    where T : IRecommendationFields
{
    protected RecommendationFieldsValidator()
    {
        RuleFor(c => c.Text).Must(t => t["ro"] is not null).WithErrorCode("monitoring.text-required").WithMessage("The Romanian text is required.");
        RuleFor(c => c.Text).Must(t => t.All.Values.All(x => x.Length <= Recommendation.TextLength)).WithErrorCode("monitoring.text-too-long").WithMessage("The text is too long.");
        RuleFor(c => c.DueOn).Must(d => d.Year is > 2000 and < 2100).WithErrorCode("monitoring.due-required").WithMessage("Say by when.");
    }
}

internal sealed class AddRecommendationValidator : RecommendationFieldsValidator<AddRecommendation>
{
    public AddRecommendationValidator() => RuleFor(c => c.Period).IsQuarter();
}

internal sealed class EditRecommendationValidator : RecommendationFieldsValidator<EditRecommendation>;

internal sealed class MoveRecommendationValidator : AbstractValidator<MoveRecommendation>
{
    public MoveRecommendationValidator()
    {
        RuleFor(c => c.To).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(Recommendation.NoteLength);
        RuleFor(c => c.Evidence).MaximumLength(Assessment.EvidenceLength);
    }
}

internal sealed class AddRecommendationHandler(MonitoringDbContext db) : ICommandHandler<AddRecommendation, Guid>
{
    public async Task<Result<Guid>> Handle(AddRecommendation command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted.Failure;
        // Two at once: the unique number decides, and the second is told to try again.
        var number = (await db.Recommendations.Where(r => r.PlanId == command.PlanId).MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0) + 1;
        var recommendation = new Recommendation(command.PlanId, number, command.Period);
        var said = recommendation.Say(command.Text, command.OwnerId, command.DueOn);
        if (!said.IsSuccess) return said.Failure;
        db.Recommendations.Add(recommendation);
        await db.SaveChangesAsync(cancellationToken);
        return recommendation.Id;
    }
}

internal sealed class EditRecommendationHandler(MonitoringDbContext db) : ICommandHandler<EditRecommendation>
{
    public async Task<Result> Handle(EditRecommendation command, CancellationToken cancellationToken)
    {
        var recommendation = await db.Recommendations.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recommendation is null) return Failure.NotFound(nameof(Recommendation), command.Id);
        db.Expect(recommendation, command.Version);
        var said = recommendation.Say(command.Text, command.OwnerId, command.DueOn);
        if (!said.IsSuccess) return said;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class MoveRecommendationHandler(MonitoringDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<MoveRecommendation>
{
    public async Task<Result> Handle(MoveRecommendation command, CancellationToken cancellationToken)
    {
        if (command.To is RecommendationState.Accepted or RecommendationState.Rejected && !caller.Current.May(Permission.ApproveEvaluation)) return Failure.Forbidden("The head decides on recommendations.");
        var recommendation = await db.Recommendations.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recommendation is null) return Failure.NotFound(nameof(Recommendation), command.Id);
        db.Expect(recommendation, command.Version);
        var moved = recommendation.Move(command.To, command.Note, command.Evidence, clock.Today(), caller.Current);
        if (!moved.IsSuccess) return moved;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
