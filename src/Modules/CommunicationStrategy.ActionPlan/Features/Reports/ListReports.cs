// Reports that have come in: the officer's pile, one report, and a file sent with it.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>Reports, a page at a time; those that have waited longest first.</summary>
/// <param name="Period">A quarter, such as "2026-Q4".</param>
[Requires(Permission.ReviewReports)]
public sealed record ListReports(Guid? PlanId = null, string? Period = null, ReportState? State = null, Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ReportRow>>;

/// <summary>One report.</summary>
[Requires(Permission.ReviewReports)]
public sealed record GetReport(Guid ReportId) : IQuery<ReportRow>;

/// <summary>A file sent as evidence. An institution gets only its own.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetEvidenceFile(Guid FileId) : IQuery<EvidenceContent>;

/// <param name="Name">Under which it is served.</param>
public sealed record EvidenceContent(string Name, string OriginalName, string MediaType, byte[] Content);

internal sealed class ListReportsHandler(ActionPlanDbContext db, IMediator mediator) : IQueryHandler<ListReports, Page<ReportRow>>
{
    public async Task<Result<Page<ReportRow>>> Handle(ListReports query, CancellationToken cancellationToken)
    {
        var found = db.Reports.AsNoTracking();
        if (query.PlanId is { } plan) found = found.Where(r => r.PlanId == plan);
        if (!string.IsNullOrEmpty(query.Period)) found = found.Where(r => r.Period == query.Period);
        if (query.State is { } state) found = found.Where(r => r.State == state);
        if (query.InstitutionId is { } institution) found = found.Where(r => r.InstitutionId == institution);

        var page = await found.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id)
            .Join(db.Activities, r => r.ActivityId, a => a.Id, (Report, a) => new { Report, a.Number, a.Title })
            .ToPageAsync(query.Page, query.Size, cancellationToken);
        var institutions = await mediator.InstitutionsAsync(page.Items.Select(r => (Guid?)r.Report.InstitutionId), cancellationToken);
        return new Page<ReportRow>([.. page.Items.Select(r => ReportRow.From(r.Report, r.Number, r.Title, institutions.GetValueOrDefault(r.Report.InstitutionId)))], page.Total, page.Number, page.Size);
    }
}

internal sealed class GetReportHandler(ActionPlanDbContext db, IMediator mediator) : IQueryHandler<GetReport, ReportRow>
{
    public async Task<Result<ReportRow>> Handle(GetReport query, CancellationToken cancellationToken)
    {
        var found = await db.Reports.AsNoTracking().Where(r => r.Id == query.ReportId)
            .Join(db.Activities, r => r.ActivityId, a => a.Id, (Report, a) => new { Report, a.Number, a.Title }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Failure.NotFound(nameof(ActivityReport), query.ReportId);
        var institutions = await mediator.InstitutionsAsync([found.Report.InstitutionId], cancellationToken);
        return ReportRow.From(found.Report, found.Number, found.Title, institutions.GetValueOrDefault(found.Report.InstitutionId));
    }
}

internal sealed class GetEvidenceFileHandler(ActionPlanDbContext db, CallerScope caller) : IQueryHandler<GetEvidenceFile, EvidenceContent>
{
    public async Task<Result<EvidenceContent>> Handle(GetEvidenceFile query, CancellationToken cancellationToken)
    {
        var reports = db.Reports.SeenBy(caller.Current);
        var file = await db.EvidenceFiles.AsNoTracking().Where(f => f.Id == query.FileId && reports.Any(r => r.Id == f.ReportId))
            .Select(f => new EvidenceContent(f.Name, f.OriginalName, f.MediaType, f.Content)).SingleOrDefaultAsync(cancellationToken);
        return file is null ? Failure.NotFound(nameof(EvidenceFile), query.FileId) : file;
    }
}
