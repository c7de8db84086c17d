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
    private readonly Dictionary<string, (string Cell, int? Table)> seen = [];
    private readonly List<ImportFinding> findings = [];

    public IReadOnlyList<ImportFinding> Findings => findings;

    /// <summary>The row as understood, or null when an error in it stops the import.</summary>
    /// <param name="subNumber">The number of its sub-action, where several share the number of their action.</param>
    public ReadRow? Read(ImportedRow row, string? subNumber = null)
    {
        var before = findings.Count(f => f.IsError);
        // "1." is how a list counts by itself; the label is "1".
        var number = subNumber ?? Text(row, PlanColumn.Number).TrimEnd('.');
        if (number.Length == 0) Error(row, PlanColumn.Number, "action-plan.import-number-missing", "The number is missing");
        else if (number.Length > Activity.NumberLength) Error(row, PlanColumn.Number, "action-plan.import-number-long", $"The number is longer than {Activity.NumberLength} characters");
        else if (!seen.TryAdd(number, (Cell(row, PlanColumn.Number), row.Table))) Twice(row, number, seen[number].Cell, seen[number].Table);

        if (subNumber is not null) Remark(row, PlanColumn.Number, "action-plan.import-subaction-number", $"The number {Text(row, PlanColumn.Number)} stands for several sub-actions; this one becomes {number}", Text(row, PlanColumn.Number), number);

        var action = Text(row, PlanColumn.Action);
        var sub = Text(row, PlanColumn.SubAction);
        var title = sub.Length > 0 ? sub : action;
        var titleColumn = sub.Length > 0 || !columns.Contains(PlanColumn.Action) ? PlanColumn.SubAction : PlanColumn.Action;
        if (title.Length == 0) Error(row, titleColumn, "action-plan.import-title-missing", "The action is missing");
        if (title.Length > Activity.TextLength) Error(row, titleColumn, "action-plan.import-title-long", $"The action is longer than {Activity.TextLength} characters");

        var words = Revised(row, Index(PlanColumn.Deadline), Text(row, PlanColumn.Deadline));
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
            headers.Select((h, i) => (Header: h, Text: Whole(row, i))).Where(c => c.Text.Length > 0).GroupBy(c => c.Header).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(c => c.Text))));
    }

    /// <summary>A remark about a written institution that the register does not know; it waits in the match queue.</summary>
    public void UnknownInstitution(ImportedRow row, PlanColumn column, string name, bool ambiguous) =>
        Remark(row, column, ambiguous ? "action-plan.import-institution-ambiguous" : "action-plan.import-institution-unknown",
            ambiguous ? $"\"{name}\" means several institutions; an officer chooses" : $"\"{name}\" is not in the register; an officer matches it", name);

    private void Twice(ImportedRow row, string number, string cell, int? table)
    {
        if (table == row.Table) Error(row, PlanColumn.Number, "action-plan.import-number-twice", $"The number {number} stands in {cell} already", number, cell);
        else Error(row, PlanColumn.Number, "action-plan.import-number-twice-tables", $"The number {number} stands in {Place(cell, table)} already", number, cell, $"{table}");
    }

    /// <summary>"iunie -> iulie": what is struck through was the deadline once.</summary>
    private static string Revised(ImportedRow row, int column, string words) =>
        words.Length > 0 && row.Asides?.GetValueOrDefault(column)?.Struck is { } struck ? $"{struck} -> {words}" : words;

    /// <summary>All that the cell says: what was struck through before it, footnotes below.</summary>
    private static string Whole(ImportedRow row, int column)
    {
        var aside = row.Asides?.GetValueOrDefault(column);
        if (aside is null) return row.Cells[column];
        var text = aside.Struck is null ? row.Cells[column] : $"{aside.Struck} -> {row.Cells[column]}".TrimEnd();
        return aside.Note is null ? text : $"{text}\n* {aside.Note}";
    }

    private static string Place(string cell, int? table) => table is null ? cell : string.Create(CultureInfo.InvariantCulture, $"table {table}, {cell}");

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
        findings.Add(new ImportFinding(error, code, Cell(row, column), $"{Place(Cell(row, column), row.Table)}: {message}.", [Cell(row, column), .. args], row.Table));

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
