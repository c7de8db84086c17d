// A report as lists and pages show it.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <param name="Files">Their ids are for <see cref="GetEvidenceFile"/>.</param>
public sealed record ReportRow(
    Guid Id, Guid PlanId, Guid ActivityId, string ActivityNumber, LocalizedText ActivityTitle, Guid InstitutionId, InstitutionInfo? Institution, string Period, ReportState State, ReportStanding Standing,
    ReportedState Claimed, int Percent, int PercentBefore, string Narrative, string? Obstacles, DateOnly? NewDateAsked, string? EvidenceLink, IReadOnlyList<ReportFile> Files,
    string SubmittedBy, DateTimeOffset SubmittedAt, string? ReturnReason, string? DecidedBy, DateTimeOffset? DecidedAt, ReportKind Kind, bool NothingToReport, string? EvidenceNumber, DateOnly? EvidenceDate, DateDecision DateDecision, string? DateDecisionReason, int Version)
{
    private static ReportStanding StandingOf(ActivityReport report) => report.Locked ? ReportStanding.Locked : report.State switch
    {
        ReportState.Submitted => ReportStanding.Submitted, ReportState.Returned => ReportStanding.Returned, _ => ReportStanding.Accepted,
    };

    internal static ReportRow From(ActivityReport report, string number, LocalizedText title, InstitutionInfo? institution) => new(
        report.Id, report.PlanId, report.ActivityId, number, title, report.InstitutionId, institution, report.Period, report.State, StandingOf(report),
        report.Claimed, report.Percent, report.PercentBefore, report.Narrative, report.Obstacles, report.NewDateAsked, report.EvidenceLink, report.Files,
        report.SubmittedBy, report.SubmittedAt, report.ReturnReason, report.DecidedBy, report.DecidedAt, report.Kind, report.NothingToReport, report.EvidenceNumber, report.EvidenceDate, report.DateDecision, report.DateDecisionReason, report.Version);
}
