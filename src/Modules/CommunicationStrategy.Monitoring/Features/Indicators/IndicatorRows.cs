// The rows of an indicators' table as they can be read, with what cannot.
using CommunicationStrategy.Documents.Tables;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <param name="Owner">An institution's name as written.</param>
internal sealed record IndicatorLine(int Line, string Code, string Objective, IndicatorPassport Passport, string? Owner, decimal? Value, string? Text, string? Source, string? Evidence);

/// <param name="Headings">As the file calls the columns that are read.</param>
internal sealed record IndicatorRows(IReadOnlyList<IndicatorLine> Rows, List<IndicatorProblem> Problems, IReadOnlyList<string> Ignored, IReadOnlyDictionary<IndicatorColumn, string> Headings)
{
    public static IndicatorRows Read(IIndicatorFile file)
    {
        using var content = new MemoryStream(file.Content);
        var reading = TableFile.Read(content, file.FileName, new TableLimits { MaxBytes = IndicatorFile.MaxBytes, MaxRows = IndicatorFile.MaxRows });
        var problems = reading.Problems.Where(p => !p.IsRemark).Select(p => new IndicatorProblem(null, p.Cell, p.Code, p.Message)
        {
            Args = [p.Cell ?? "", .. p.Args.Where(a => a.Key is not ("file" or "sheet" or "table" or "cell")).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value)],
        }).ToList();
        if (reading.Table is not { } table || problems.Count > 0) return new([], problems, [], new Dictionary<IndicatorColumn, string>());

        var places = new Dictionary<IndicatorColumn, int>();
        var ignored = new List<string>();
        for (var c = 0; c < table.Headers.Count; c++)
        {
            if (table.Headers[c].Length == 0) continue;
            if (IndicatorColumns.Find(table.Headers[c]) is not { } column || !places.TryAdd(column, c)) ignored.Add(table.Headers[c]);
        }

        var headings = places.ToDictionary(p => p.Key, p => table.Headers[p.Value]);
        var rows = new IndicatorRows([], problems, ignored, headings);
        if (!places.TryGetValue(IndicatorColumn.Code, out var code))
        {
            problems.Add(new IndicatorProblem(null, null, "monitoring.file-no-code", "No column is headed Code: each row needs its indicator's code."));
            return rows;
        }

        // Where a code is but a number within its objective, the objective's number goes before it.
        var numbered = table.Rows.Select(r => r.Cells[code].Trim()).GroupBy(c => c, StringComparer.Ordinal).Any(g => g.Count() > 1) && places.ContainsKey(IndicatorColumn.Objective);
        return rows with { Rows = [.. table.Rows.Select(r => rows.Line(r, places, numbered, file.Language))] };
    }

    public void Problem(int line, IndicatorColumn column, string code, string message, params string[] args) => Problems.Add(new IndicatorProblem(line, Headings.GetValueOrDefault(column), code, message) { Args = args });

    private IndicatorLine Line(TableRow row, Dictionary<IndicatorColumn, int> places, bool numbered, string language)
    {
        string? Cell(IndicatorColumn column) => places.TryGetValue(column, out var at) && row.Cells[at].Trim() is { Length: > 0 } text ? text : null;
        decimal? Figure(IndicatorColumn column)
        {
            if (Cell(column) is not { } text) return null;
            if (IndicatorColumns.Number(text, language) is { } number) return number;
            Problem(row.Number, column, "monitoring.number-unreadable", "This is no number.");
            return null;
        }

        T? Word<T>(IndicatorColumn column, Func<string, T?> read)
            where T : struct
        {
            if (Cell(column) is not { } text) return null;
            if (read(text) is { } value) return value;
            Problem(row.Number, column, "monitoring.word-unknown", "This word is not known here.");
            return null;
        }

        var (code, objective) = (Cell(IndicatorColumn.Code) ?? "", Cell(IndicatorColumn.Objective) ?? "");
        var passport = new IndicatorPassport
        {
            Name = LocalizedText.Of(Cell(IndicatorColumn.Name) ?? "", Cell(IndicatorColumn.NameRu), Cell(IndicatorColumn.NameEn)), Unit = Cell(IndicatorColumn.Unit) is { } unit ? LocalizedText.Of("ro", unit) : LocalizedText.Empty,
            Level = Word<IndicatorLevel>(IndicatorColumn.Level, IndicatorColumns.LevelOf) ?? default, Kind = Word<IndicatorKind>(IndicatorColumn.Kind, IndicatorColumns.KindOf) ?? default,
            Direction = Word<Direction>(IndicatorColumn.Direction, IndicatorColumns.DirectionOf) ?? default, Tool = Word<CommunicationTool>(IndicatorColumn.Tool, IndicatorColumns.ToolOf),
            TargetGroup = Word<int>(IndicatorColumn.TargetGroup, t => int.TryParse(t, out var number) ? number : null),
            Baseline = Figure(IndicatorColumn.Baseline), Weight = Figure(IndicatorColumn.Weight),
            Targets = Figure(IndicatorColumn.Target) is { } target ? [new IndicatorTarget(Cell(IndicatorColumn.TargetPeriod) ?? "", target)] : [],
        };
        return new IndicatorLine(
            row.Number, numbered && code.Length > 0 ? $"{objective}-{code}" : code, objective, passport, Cell(IndicatorColumn.Owner),
            Figure(IndicatorColumn.Value), Cell(IndicatorColumn.Text), Cell(IndicatorColumn.Source), Cell(IndicatorColumn.Evidence));
    }
}
