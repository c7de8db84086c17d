// Findings, obstacles, risks and lessons of a quarter, in the evaluators' words.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Conclusions;

/// <summary>The fields that adding and changing share.</summary>
public interface IFindingFields
{
    LocalizedText Text { get; }

    /// <summary>The number of the objective, activity or indicator.</summary>
    string? About { get; }
    string? Evidence { get; }
}

[Requires(Permission.Evaluate)]
public sealed record AddFinding(Guid PlanId, string Period, FindingKind Kind, LocalizedText Text, string? About, string? Evidence) : ICommand<Guid>, IFindingFields;

[Requires(Permission.Evaluate)]
public sealed record EditFinding(Guid Id, FindingKind Kind, LocalizedText Text, string? About, string? Evidence, int Version) : ICommand, IFindingFields;

[Requires(Permission.Evaluate)]
public sealed record RemoveFinding(Guid Id, int Version) : ICommand;

internal abstract class FindingFieldsValidator<T> : AbstractValidator<T>
    where T : IFindingFields
{
    protected FindingFieldsValidator()
    {
        RuleFor(c => c.Text).Must(t => t["ro"] is not null).WithErrorCode("monitoring.text-required").WithMessage("The Romanian text is required.");
        RuleFor(c => c.Text).Must(t => t.All.Values.All(x => x.Length <= Finding.TextLength)).WithErrorCode("monitoring.text-too-long").WithMessage("The text is too long.");
        RuleFor(c => c.About).MaximumLength(Assessment.SubjectLength);
        RuleFor(c => c.Evidence).MaximumLength(Assessment.EvidenceLength);
    }
}

internal sealed class AddFindingValidator : FindingFieldsValidator<AddFinding>
{
    public AddFindingValidator() => RuleFor(c => c.Period).IsQuarterOrYear();
}

internal sealed class EditFindingValidator : FindingFieldsValidator<EditFinding>;

internal sealed class AddFindingHandler(MonitoringDbContext db) : ICommandHandler<AddFinding, Guid>
{
    public async Task<Result<Guid>> Handle(AddFinding command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted.Failure;
        var finding = new Finding(command.PlanId, command.Period);
        var said = finding.Say(command.Kind, command.Text, command.About, command.Evidence);
        if (!said.IsSuccess) return said.Failure;
        db.Findings.Add(finding);
        await db.SaveChangesAsync(cancellationToken);
        return finding.Id;
    }
}

internal sealed class EditFindingHandler(MonitoringDbContext db) : ICommandHandler<EditFinding>
{
    public async Task<Result> Handle(EditFinding command, CancellationToken cancellationToken)
    {
        var finding = await db.Findings.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken);
        if (finding is null) return Failure.NotFound(nameof(Finding), command.Id);
        var admitted = await db.AdmitAsync(finding.PlanId, finding.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        db.Expect(finding, command.Version);
        var said = finding.Say(command.Kind, command.Text, command.About, command.Evidence);
        if (!said.IsSuccess) return said;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class RemoveFindingHandler(MonitoringDbContext db) : ICommandHandler<RemoveFinding>
{
    public async Task<Result> Handle(RemoveFinding command, CancellationToken cancellationToken)
    {
        var finding = await db.Findings.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken);
        if (finding is null) return Failure.NotFound(nameof(Finding), command.Id);
        var admitted = await db.AdmitAsync(finding.PlanId, finding.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        db.Expect(finding, command.Version);
        db.Findings.Remove(finding);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
