// Reads a batch's rows against the plan and the register: what both the check and the import itself do.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>A row as it is to stand in the plan. <see cref="Before"/> is what the plan says now; null for a new number.</summary>
internal sealed record ImportLine(PlanLine Line, Deadline Deadline, string Source, Guid? ActivityId, PlanLine? Before, IReadOnlyList<Assignee> Leads, IReadOnlyList<LineChange> Changes);

/// <param name="Lines">New and changed ones; a row that says what the plan says is not among them.</param>
/// <param name="Gone">What the plan has and the file does not.</param>
internal sealed record ImportOutcome(
    IReadOnlyList<ImportLine> Lines, IReadOnlyList<(Guid Id, PlanLine Line)> Gone, IReadOnlyList<ImportFinding> Findings, IReadOnlyList<ImportDifference> Differences, ImportCounts Counts);

internal sealed class ImportReader(ActionPlanDbContext db, IMediator mediator)
{
    /// <summary>What a missing lead is shown as; the officer names one when editing the activity.</summary>
    public const string NoLead = "—";

    public async Task<ImportOutcome> ReadAsync(ImportBatch batch, Plan plan, Func<int, Task> progress, CancellationToken cancellationToken)
    {
        var context = await db.ContextAsync(plan, cancellationToken);
        var existing = await db.Activities.AsNoTracking().Include(a => a.Assignments).Where(a => a.PlanId == plan.Id && a.Shape != ActivityShape.Share)
            .Where(a => a.State != ActivityState.Cancelled && a.State != ActivityState.Superseded).AsSplitQuery().ToDictionaryAsync(a => a.Number, cancellationToken);
        var reader = new RowReader(batch.Headers(), batch.Columns(), context);
        var rows = batch.Rows();
        var subActions = SubActionNumbers.Of(rows, batch.Columns());
        var read = new List<(ImportedRow Row, ReadRow Read)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (reader.Read(rows[i], subActions.GetValueOrDefault(i)) is { } understood) read.Add((rows[i], understood));
            if ((i + 1) % 500 == 0) await progress(read.Count);
        }

        var register = await MatchAsync(read.SelectMany(r => r.Read.InstitutionNames), cancellationToken);
        var objectives = await ObjectivesAsync(plan, cancellationToken);
        var columns = batch.Columns();
        var unknown = new HashSet<string>();
        var lines = new List<ImportLine>();
        var differences = new List<ImportDifference>();
        foreach (var (row, understood) in read)
        {
            var (assignees, leads) = Assignees(row, understood, register, reader, unknown);
            var before = existing.GetValueOrDefault(understood.Number);
            var fresh = PlanLine.Of(Text(understood, batch.Language, objectives), understood.Deadline.AsWritten, assignees);
            var old = before is null ? null : PlanLine.Of(before);
            var line = old is null ? fresh : Merge(old, fresh, columns, batch.Language, understood);
            var changes = PlanLine.Compare(old, line);
            if (old is not null && changes.Count == 0) continue;
            lines.Add(new ImportLine(line, understood.Deadline, System.Text.Json.JsonSerializer.Serialize(understood.Cells, SourceJson), before?.Id, old, leads, changes));
            differences.Add(new ImportDifference(old is null ? ImportEffect.Added : ImportEffect.Changed, line.Number, line.Title.In(batch.Language), CellOf(row), old is null ? [] : changes, row.Table));
        }

        var numbers = read.Select(r => r.Read.Number).ToHashSet();
        var gone = existing.Values.Where(a => !numbers.Contains(a.Number)).OrderBy(a => a.SortKey, StringComparer.Ordinal).Select(a => (a.Id, PlanLine.Of(a))).ToList();
        differences.AddRange(gone.Select(g => new ImportDifference(ImportEffect.Gone, g.Item2.Number, g.Item2.Title.In(batch.Language), null, [])));
        ImportFinding[] findings = [.. batch.FileFindings().Concat(reader.Findings).OrderBy(f => !f.IsError)];
        var counts = Count(rows.Count, read.Select(r => r.Read.Deadline), unknown.Count) with { Added = lines.Count(l => l.Before is null), Changed = lines.Count(l => l.Before is not null), Gone = gone.Count };
        return new ImportOutcome(lines, gone, findings, differences, counts);
    }

    /// <summary>Only what the file speaks of replaces what the plan says; other languages and columns that are not there stay.</summary>
    private static PlanLine Merge(PlanLine old, PlanLine fresh, IReadOnlyList<PlanColumn> columns, string language, ReadRow row)
    {
        bool Has(PlanColumn column) => columns.Contains(column);
        var written = columns.Intersect([PlanColumn.Lead, PlanColumn.CoImplementers, PlanColumn.Partners]).Any();
        return old with
        {
            Title = old.Title.With(language, fresh.Title[language]),
            ObjectiveNumber = Has(PlanColumn.ObjectiveNumber) ? fresh.ObjectiveNumber : old.ObjectiveNumber,
            ObjectiveId = Has(PlanColumn.ObjectiveNumber) ? fresh.ObjectiveId : old.ObjectiveId,
            Objective = Has(PlanColumn.Objective) && row.Objective.Length > 0 ? old.Objective.With(language, fresh.Objective[language]) : old.Objective,
            Description = Has(PlanColumn.SubAction) && Has(PlanColumn.Action) ? fresh.Description : old.Description,
            DeadlineWords = Has(PlanColumn.Deadline) ? fresh.DeadlineWords : old.DeadlineWords,
            Cost = Has(PlanColumn.Cost) || Has(PlanColumn.CostThousand) ? fresh.Cost : old.Cost,
            Funding = Has(PlanColumn.Funding) ? fresh.Funding : old.Funding,
            Indicators = Has(PlanColumn.Indicators) ? fresh.Indicators : old.Indicators,
            // Whom an officer has matched by hand stays matched.
            Assignees = written ? [.. fresh.Assignees.Select(a => a.InstitutionId is null && old.Assignees.FirstOrDefault(o => o.Role == a.Role && Assignment.KeyOf(o.Name) == Assignment.KeyOf(a.Name)) is { } known ? a with { InstitutionId = known.InstitutionId } : a)] : old.Assignees,
        };
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

    private static (List<Assignee> All, List<Assignee> Leads) Assignees(ImportedRow row, ReadRow read, IReadOnlyDictionary<string, InstitutionMatch> register, RowReader reader, HashSet<string> unknown)
    {
        var assignees = new List<Assignee>();
        var leads = new List<Assignee>();
        Add(PlanColumn.Lead, AssignmentRole.Lead, read.Leads);
        Add(PlanColumn.CoImplementers, AssignmentRole.CoImplementer, read.CoImplementers);
        Add(PlanColumn.Partners, AssignmentRole.Partner, read.Partners);
        if (assignees.All(a => a.Role != AssignmentRole.Lead)) assignees.Insert(0, new Assignee(AssignmentRole.Lead, NoLead, null));
        return (assignees, leads);

        void Add(PlanColumn column, AssignmentRole role, IReadOnlyList<WrittenInstitution> written)
        {
            foreach (var (name, through) in written.SelectMany(w => Known(w, register)))
            {
                var match = register[name];
                if (match.InstitutionId is null && unknown.Add(Assignment.KeyOf(name))) reader.UnknownInstitution(row, column, name, match.Candidates.Count > 1);
                // One lead each: further ones get parts of their own, and help to carry out the whole.
                if (role == AssignmentRole.Lead) leads.Add(new Assignee(role, name, match.InstitutionId, through));
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
