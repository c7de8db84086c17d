// The evaluator's verdict on an activity: suggested from the reports, decided by a person, and kept entry by entry.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Features.Assessments;

/// <summary>Gives a verdict for a quarter. A verdict may go back; the newest one holds.</summary>
/// <param name="Note">Needed where the verdict is another than the reports suggest.</param>
/// <param name="Evidence">Link or registry number.</param>
[Requires(Permission.Evaluate)]
public sealed record JudgeActivity(Guid PlanId, string Period, Guid ActivityId, Verdict Verdict, string? Note, string? Evidence) : ICommand;

/// <summary>Takes over what the reports suggest for every activity on which nobody has decided yet; answers how many.</summary>
[Requires(Permission.Evaluate)]
public sealed record AcceptSuggestions(Guid PlanId, string Period) : ICommand<int>;

internal sealed class JudgeActivityValidator : AbstractValidator<JudgeActivity>
{
    public JudgeActivityValidator()
    {
        RuleFor(c => c.Period).IsQuarter();
        RuleFor(c => c.Verdict).IsInEnum().Must(v => v is not Verdict.Outside and not Verdict.Unresolved).WithErrorCode("monitoring.verdict-unknown").WithMessage("Choose a verdict from the list.");
        RuleFor(c => c.Note).MaximumLength(Assessment.NoteLength);
        RuleFor(c => c.Evidence).MaximumLength(Assessment.EvidenceLength);
    }
}

internal sealed class AcceptSuggestionsValidator : AbstractValidator<AcceptSuggestions>
{
    public AcceptSuggestionsValidator() =>
        RuleFor(c => c.Period).IsQuarter();
}

internal sealed class JudgeActivityHandler(MonitoringDbContext db, SnapshotSource source, CallerScope caller, TimeProvider clock) : ICommandHandler<JudgeActivity>
{
    public async Task<Result> Handle(JudgeActivity command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        var suggestions = await source.SuggestAsync(command.PlanId, Quarter.Parse(command.Period)!.Value, cancellationToken);
        if (!suggestions.IsSuccess) return suggestions.Failure;
        if (suggestions.Value.FirstOrDefault(s => s.Activity.Id == command.ActivityId) is not { } suggestion) return Failure.NotFound("Activity", command.ActivityId);
        if (suggestion.Suggested == Verdict.Outside) return Failure.Rule("monitoring.activity-outside", "A suspended, cancelled or superseded activity is not judged.");
        if (command.Verdict != suggestion.Suggested && string.IsNullOrWhiteSpace(command.Note)) return Failure.Invalid("Note", "monitoring.verdict-reason", "The verdict is another than the reports suggest: say why.");

        db.Assessments.Add(new Assessment(
            command.PlanId, command.Period, AssessmentKind.Activity, Assessment.SubjectOf(command.ActivityId), command.Verdict.ToString(), suggestion.Suggested.ToString(),
            command.Note, command.Evidence, caller.Current, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class AcceptSuggestionsHandler(MonitoringDbContext db, SnapshotSource source, CallerScope caller, TimeProvider clock) : ICommandHandler<AcceptSuggestions, int>
{
    public async Task<Result<int>> Handle(AcceptSuggestions command, CancellationToken cancellationToken)
    {
        var admitted = await db.AdmitAsync(command.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted.Failure;
        var suggestions = await source.SuggestAsync(command.PlanId, Quarter.Parse(command.Period)!.Value, cancellationToken);
        if (!suggestions.IsSuccess) return suggestions.Failure;
        var decided = (await db.NewestAssessmentsAsync(command.PlanId, command.Period, cancellationToken)).Where(a => a.Kind == AssessmentKind.Activity).Select(a => a.Subject).ToHashSet(StringComparer.Ordinal);
        var open = suggestions.Value.Where(s => s.Suggested is not Verdict.Outside and not Verdict.Unresolved && !decided.Contains(Assessment.SubjectOf(s.Activity.Id))).ToList();
        var now = clock.GetUtcNow();
        db.Assessments.AddRange(open.Select(s => new Assessment(
            command.PlanId, command.Period, AssessmentKind.Activity, Assessment.SubjectOf(s.Activity.Id), s.Suggested.ToString(), s.Suggested.ToString(), null, s.Activity.Evidence, caller.Current, now)));
        await db.SaveChangesAsync(cancellationToken);
        return open.Count;
    }
}
