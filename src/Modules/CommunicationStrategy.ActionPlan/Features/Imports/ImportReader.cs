// Reads a batch's rows against the plan and the register: what both the check and the import itself do.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

internal sealed record ImportOutcome(IReadOnlyList<Activity> Activities, IReadOnlyList<ImportFinding> Findings, ImportCounts Counts);

internal sealed class ImportReader(ActionPlanDbContext db, IMediator mediator)
{
    /// <summary>What a missing lead is shown as; the officer names one when editing the activity.</summary>
    public const string NoLead = "—";

    public async Task<ImportOutcome> ReadAsync(ImportBatch batch, Plan plan, Func<int, Task> progress, CancellationToken cancellationToken)
    {
        var existing = (await db.Activities.Where(a => a.PlanId == batch.PlanId).Select(a => a.Number).ToListAsync(cancellationToken)).ToHashSet();
        var context = await db.ContextAsync(plan, cancellationToken);
        var reader = new RowReader(batch.Headers(), batch.Columns(), context, existing);
        var rows = batch.Rows();
        var read = new List<(ImportedRow Row, ReadRow Read)>(rows.Count);
        foreach (var row in rows)
        {
            if (reader.Read(row) is { } understood) read.Add((row, understood));
            if (row.Number % 500 == 0) await progress(read.Count);
        }

        var register = await MatchAsync(read.SelectMany(r => r.Read.InstitutionNames), cancellationToken);
        var objectives = await ObjectivesAsync(plan, cancellationToken);
        var unknown = new HashSet<string>();
        var findings = new List<ImportFinding>(batch.FileFindings());
        var activities = new List<Activity>(read.Count);
        foreach (var (row, understood) in read)
        {
            var assignees = Assignees(row, understood, register, reader, unknown);
            var activity = Activity.Create(plan.Id, Text(understood, batch.Language, objectives), understood.Deadline, assignees, context.WorkingDays, System.Text.Json.JsonSerializer.Serialize(understood.Cells, SourceJson));
            if (activity.IsSuccess) activities.Add(activity.Value);
            else findings.Add(new ImportFinding(true, activity.Failure.Code, CellOf(row), activity.Failure.Message, []));
        }

        findings.AddRange(reader.Findings);
        return new ImportOutcome(activities, [.. findings.OrderBy(f => !f.IsError)], Count(rows.Count, read.Select(r => r.Read.Deadline), unknown.Count));
    }

    private static readonly System.Text.Json.JsonSerializerOptions SourceJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string CellOf(ImportedRow row) => Documents.Tables.CellAddress.Of(row.Number, 0);

    private static ActivityText Text(ReadRow row, string language, IReadOnlyDictionary<string, Guid> objectives) => new()
    {
        Number = row.Number,
        Title = LocalizedText.Of(language, row.Title),
        ObjectiveNumber = row.ObjectiveNumber,
        Objective = LocalizedText.Of(language, row.Objective),
        ObjectiveId = objectives.TryGetValue(row.ObjectiveNumber, out var id) ? id : null,
        Description = row.ParentAction,
        CostAsWritten = row.Cost,
        FundingAsWritten = row.Funding,
        IndicatorText = row.Indicators,
    };

    private static List<Assignee> Assignees(ImportedRow row, ReadRow read, IReadOnlyDictionary<string, InstitutionMatch> register, RowReader reader, HashSet<string> unknown)
    {
        var assignees = new List<Assignee>();
        Add(PlanColumn.Lead, AssignmentRole.Lead, read.Leads);
        Add(PlanColumn.CoImplementers, AssignmentRole.CoImplementer, read.CoImplementers);
        Add(PlanColumn.Partners, AssignmentRole.Partner, read.Partners);
        if (assignees.All(a => a.Role != AssignmentRole.Lead)) assignees.Insert(0, new Assignee(AssignmentRole.Lead, NoLead, null));
        return assignees;

        void Add(PlanColumn column, AssignmentRole role, IReadOnlyList<WrittenInstitution> written)
        {
            foreach (var (name, through) in written.SelectMany(w => Known(w, register)))
            {
                var match = register[name];
                if (match.InstitutionId is null && unknown.Add(Assignment.KeyOf(name))) reader.UnknownInstitution(row, column, name, match.Candidates.Count > 1);
                // One lead each: further ones help to carry it out.
                var actual = role == AssignmentRole.Lead && assignees.Exists(a => a.Role == AssignmentRole.Lead) ? AssignmentRole.CoImplementer : role;
                assignees.Add(new Assignee(actual, name, match.InstitutionId, through));
            }
        }
    }

    // A comma divides names only where the register knows every part and not the whole.
    private static IEnumerable<(string Name, string? Through)> Known(WrittenInstitution written, IReadOnlyDictionary<string, InstitutionMatch> register)
    {
        var parts = InstitutionCell.Parts(written.Name);
        return register[written.Name].InstitutionId is null && parts.Count > 1 && parts.All(p => register[p].InstitutionId is not null)
            ? parts.Select(p => (p, (string?)null))
            : [(written.Name, written.ActsThrough)];
    }

    private async Task<IReadOnlyDictionary<string, InstitutionMatch>> MatchAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var all = names.SelectMany(n => InstitutionCell.Parts(n).Append(n)).Distinct().ToList();
        var matches = await mediator.Send(new MatchInstitutions(all), cancellationToken);
        return matches.Require().ToDictionary(m => m.Name);
    }

    private async Task<IReadOnlyDictionary<string, Guid>> ObjectivesAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.StrategyId is not { } strategy) return new Dictionary<string, Guid>();
        var objectives = await mediator.Send(new Contracts.Strategy.GetObjectives(strategy), cancellationToken);
        return objectives.Require().ToDictionary(o => o.Number, o => o.Id);
    }

    private static ImportCounts Count(int rows, IEnumerable<Deadline> deadlines, int unknown)
    {
        var kinds = deadlines.ToList();
        var startOnly = kinds.Count(d => d.Kind == DeadlineKind.StartOnly);
        var awaiting = kinds.Count(d => d.AwaitsTrigger);
        var unresolved = kinds.Count(d => d.NeedsOfficer);
        return new ImportCounts(rows, kinds.Count - startOnly - awaiting - unresolved, startOnly, awaiting, unresolved, unknown);
    }
}
