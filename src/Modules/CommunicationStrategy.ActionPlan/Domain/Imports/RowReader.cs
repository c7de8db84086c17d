// From a table's row to an activity in the making, with every finding named by its cell. Pure: no database, no clock.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain.Imports;

/// <summary>A row as understood; <see cref="Cells"/> keeps every cell's original text by its header.</summary>
internal sealed record ReadRow(
    int RowNumber, string Number, string ObjectiveNumber, string Objective, string Title, string? ParentAction, Deadline Deadline,
    string? Cost, string? Funding, string? Indicators,
    IReadOnlyList<WrittenInstitution> Leads, IReadOnlyList<WrittenInstitution> CoImplementers, IReadOnlyList<WrittenInstitution> Partners,
    IReadOnlyDictionary<string, string> Cells)
{
    public IEnumerable<string> InstitutionNames => Leads.Concat(CoImplementers).Concat(Partners).Select(i => i.Name);
}

internal sealed class RowReader(IReadOnlyList<string> headers, IReadOnlyList<PlanColumn> columns, DeadlineContext context)
{
    private readonly Dictionary<string, string> seen = [];
    private readonly List<ImportFinding> findings = [];

    public IReadOnlyList<ImportFinding> Findings => findings;

    /// <summary>The row as understood, or null when an error in it stops the import.</summary>
    public ReadRow? Read(ImportedRow row)
    {
        var before = findings.Count(f => f.IsError);
        var number = Text(row, PlanColumn.Number);
        if (number.Length == 0) Error(row, PlanColumn.Number, "action-plan.import-number-missing", "The number is missing");
        else if (number.Length > Activity.NumberLength) Error(row, PlanColumn.Number, "action-plan.import-number-long", $"The number is longer than {Activity.NumberLength} characters");
        else if (!seen.TryAdd(number, Cell(row, PlanColumn.Number))) Error(row, PlanColumn.Number, "action-plan.import-number-twice", $"The number {number} stands in {seen[number]} already", number, seen[number]);

        var action = Text(row, PlanColumn.Action);
        var sub = Text(row, PlanColumn.SubAction);
        var title = sub.Length > 0 ? sub : action;
        var titleColumn = sub.Length > 0 || !columns.Contains(PlanColumn.Action) ? PlanColumn.SubAction : PlanColumn.Action;
        if (title.Length == 0) Error(row, titleColumn, "action-plan.import-title-missing", "The action is missing");
        if (title.Length > Activity.TextLength) Error(row, titleColumn, "action-plan.import-title-long", $"The action is longer than {Activity.TextLength} characters");

        var words = Text(row, PlanColumn.Deadline);
        var deadline = DeadlineParser.Parse(words, context);
        if (deadline.NeedsOfficer) Remark(row, PlanColumn.Deadline, "action-plan.import-deadline-unresolved", words.Length == 0 ? "There is no deadline; an officer sets it" : $"\"{words}\" is not a date that can be read with certainty; an officer sets it", words);

        var leads = InstitutionCell.Split(Text(row, PlanColumn.Lead));
        if (leads.Count == 0) Remark(row, PlanColumn.Lead, "action-plan.import-lead-missing", "No responsible institution is named");
        if (leads.Count > 1) Remark(row, PlanColumn.Lead, "action-plan.import-several-leads", $"{leads.Count} institutions are responsible: each gets a part of its own, and the activity stands as they do together", leads.Count.ToString(CultureInfo.InvariantCulture));

        var cost = Text(row, PlanColumn.Cost);
        var thousand = Text(row, PlanColumn.CostThousand);
        if (findings.Count(f => f.IsError) > before) return null;
        return new ReadRow(
            row.Number, number, Text(row, PlanColumn.ObjectiveNumber), Text(row, PlanColumn.Objective), title, sub.Length > 0 && action.Length > 0 ? action : null, deadline,
            Blank(cost) ?? Blank(thousand), Blank(Text(row, PlanColumn.Funding)), Blank(Text(row, PlanColumn.Indicators)),
            leads, InstitutionCell.Split(Text(row, PlanColumn.CoImplementers)), InstitutionCell.Split(Text(row, PlanColumn.Partners)),
            headers.Select((h, i) => (Header: h, Text: row.Cells[i])).Where(c => c.Text.Length > 0).GroupBy(c => c.Header).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(c => c.Text))));
    }

    /// <summary>A remark about a written institution that the register does not know; it waits in the match queue.</summary>
    public void UnknownInstitution(ImportedRow row, PlanColumn column, string name, bool ambiguous) =>
        Remark(row, column, ambiguous ? "action-plan.import-institution-ambiguous" : "action-plan.import-institution-unknown",
            ambiguous ? $"\"{name}\" means several institutions; an officer chooses" : $"\"{name}\" is not in the register; an officer matches it", name);

    private string Text(ImportedRow row, PlanColumn column) => Index(column) is >= 0 and var at && at < row.Cells.Count ? Plain(row.Cells[at].Trim()) : "";

    // Our own exports put an apostrophe before what a spreadsheet would take for a formula.
    private static string Plain(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    private int Index(PlanColumn column)
    {
        for (var i = 0; i < columns.Count; i++) if (columns[i] == column) return i;
        return -1;
    }

    private string Cell(ImportedRow row, PlanColumn column) => Documents.Tables.CellAddress.Of(row.Number, Math.Max(0, Index(column)));

    private void Error(ImportedRow row, PlanColumn column, string code, string message, params string[] args) => Find(true, row, column, code, message, args);

    private void Remark(ImportedRow row, PlanColumn column, string code, string message, params string[] args) => Find(false, row, column, code, message, args);

    private void Find(bool error, ImportedRow row, PlanColumn column, string code, string message, string[] args) =>
        findings.Add(new ImportFinding(error, code, Cell(row, column), $"{Cell(row, column)}: {message}.", [Cell(row, column), .. args]));

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
