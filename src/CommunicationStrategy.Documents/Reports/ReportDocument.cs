// A report as data. Every writer (HTML, DOCX, XLSX, CSV, JSON) reads this and nothing else, so all agree on every figure.
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>What a column holds. Percent values are percent numbers (66.7, not 0.667).</summary>
#pragma warning disable CA1720 // The kinds are named after what a reader sees in the column.
public enum CellKind { Text, Integer, Decimal, Percent, Date, Link }
#pragma warning restore CA1720

/// <summary>A column; Key names it in data files, Title in documents. Width is relative to the other columns.</summary>
public sealed record ReportColumn(string Key, string Title, CellKind Kind = CellKind.Text, string? Unit = null, double Width = 1);

/// <summary>A cell: string, int, long, decimal, DateOnly or bool; null is an empty cell.</summary>
public sealed record ReportCell(object? Value, string? Href = null, string? Note = null)
{
    public static readonly ReportCell Empty = new(null, null);

    // Two arguments, because with one the compiler would pick the record's copy constructor and convert for ever.
    public static implicit operator ReportCell(string? value) => new(value, null);

    public static implicit operator ReportCell(int value) => new(value, null);

    public static implicit operator ReportCell(int? value) => new(value, null);

    public static implicit operator ReportCell(decimal value) => new(value, null);

    public static implicit operator ReportCell(decimal? value) => new(value, null);

    public static implicit operator ReportCell(DateOnly value) => new(value, null);

    public static implicit operator ReportCell(DateOnly? value) => new(value, null);

    public static implicit operator ReportCell(bool value) => new(value, null);
}

/// <summary>A table; EmptyText is said where it has no rows.</summary>
public sealed record ReportTable(
    string Key,
    string Title,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<IReadOnlyList<ReportCell>> Rows,
    string? EmptyText = null);

/// <summary>A chapter: its words, then its charts, then its tables.</summary>
public sealed record ReportSection(
    string Key,
    string Title,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<ReportTable> Tables,
    IReadOnlyList<Chart> Charts)
{
    /// <summary>Stands behind the report proper; on paper its pages are numbered for themselves.</summary>
    public bool IsAnnex { get; init; }
}

/// <summary>A whole report in one language (ro, ru or en); Facts stand on the cover.</summary>
public sealed record ReportDocument(
    string Title,
    string? Subtitle,
    string Language,
    IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Written across every page, for example while the report is a draft.</summary>
    public string? Watermark { get; init; }

    public string? FooterText { get; init; }

    /// <summary>One sheet: no cover of its own, no contents, no figures under a picture, for its table stands beside it.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The body that issues the report.</summary>
    public string Author { get; init; } = "";

    public DateOnly Date { get; init; }

    /// <summary>The office's colour as #rrggbb; anything else falls back to the house blue.</summary>
    public string? AccentColour { get; init; }

    internal IEnumerable<ReportSection> Annexes => Sections.Where(s => s.IsAnnex);

    internal string Accent =>
        AccentColour is { Length: 7 } colour && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit)
            ? colour[1..].ToLowerInvariant()
            : "1d3f6e";
}
