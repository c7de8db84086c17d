// A correction of an approved evaluation: numbered, beside it, never in it.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>Says what stands wrong in an approved evaluation and what is right. The evaluation and its files stay as they are; answers the erratum's number.</summary>
/// <param name="Place">Where it stands: "T2, 1.1.3".</param>
[Requires(Permission.ApproveEvaluation)]
public sealed record AddErratum(Guid EvaluationId, string Place, string Printed, string Correct) : ICommand<int>;

internal sealed class AddErratumValidator : AbstractValidator<AddErratum>
{
    public AddErratumValidator()
    {
        RuleFor(c => c.Place).NotEmpty().WithErrorCode("monitoring.erratum-place").WithMessage("Say where it stands.").MaximumLength(Erratum.PlaceLength);
        RuleFor(c => c.Printed).NotEmpty().WithErrorCode("monitoring.erratum-text").WithMessage("Say what is printed and what is right.").MaximumLength(Erratum.TextLength);
        RuleFor(c => c.Correct).NotEmpty().WithErrorCode("monitoring.erratum-text").WithMessage("Say what is printed and what is right.").MaximumLength(Erratum.TextLength);
    }
}

internal sealed class AddErratumHandler(MonitoringDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<AddErratum, int>
{
    public async Task<Result<int>> Handle(AddErratum command, CancellationToken cancellationToken)
    {
        var state = await db.Evaluations.AsNoTracking().Where(e => e.Id == command.EvaluationId).Select(e => (EvaluationState?)e.State).SingleOrDefaultAsync(cancellationToken);
        if (state is null) return Failure.NotFound(nameof(Evaluation), command.EvaluationId);
        if (state != EvaluationState.Approved) return Failure.Rule("monitoring.erratum-draft", "A draft is computed again; errata are for approved evaluations.");
        var number = (await db.Errata.Where(e => e.EvaluationId == command.EvaluationId).MaxAsync(e => (int?)e.Number, cancellationToken) ?? 0) + 1;
        db.Errata.Add(new Erratum(command.EvaluationId, number, command.Place, command.Printed, command.Correct, caller.Current, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return number;
    }
}
