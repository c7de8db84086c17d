// A report that came as a mail, sent on as one from the page.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class ReportByMailHandler(IMediator mediator) : ICommandHandler<ReportByMail, Guid>
{
    public Task<Result<Guid>> Handle(ReportByMail command, CancellationToken cancellationToken) => mediator.Send(
        new SubmitReport(
            command.ActivityId, command.Period, command.InstitutionId, command.Percent == 100 ? ReportedState.Complete : command.Percent == 0 ? ReportedState.NotStarted : ReportedState.InProgress, command.Percent, command.Narrative,
            null, null, null, [.. command.Files.Select(f => new EvidenceUpload(f.Name, f.Content))]), cancellationToken);
}
