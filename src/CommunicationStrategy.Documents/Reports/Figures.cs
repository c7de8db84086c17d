// The one place where a value becomes a figure: rounded once, so that every format of a report carries the same number.
using System.Globalization;

namespace CommunicationStrategy.Documents.Reports;

internal static class Figures
{
    /// <summary>A table of more columns than this has the heads of its figures upright, or there is no room left for what they are of.</summary>
    public const int Crowded = 10;

    public const string Empty = "–";
    private const char NoBreak = '\u00a0';

    private static readonly NumberFormatInfo Comma = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u202f",
        NegativeSign = "-",
    };

    private static readonly NumberFormatInfo Point = new()
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NegativeSign = "-",
    };

    public static string Number(decimal value, string language, int decimals) =>
        Round(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), language == "en" ? Point : Comma);

    /// <summary>A number with as many decimals as it has, at most two.</summary>
    public static string Short(decimal value, string language) => Number(value, language, Scale(value));

    public static string Percent(decimal value, string language) => Number(value, language, 1) + NoBreak + "%";

    public static string Date(DateOnly value) => value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The value of a cell as every writer must take it: long, decimal, DateOnly, bool, string or null.</summary>
    public static object? Value(ReportCell cell, ReportColumn column) => cell.Value switch
    {
        null or "" => null,
        string text => XmlText.Clean(text),
        bool yes => yes,
        DateOnly date => date,
        var number when Decimal(number) is { } value => column.Kind switch
        {
            CellKind.Percent => Round(value, 1),
            CellKind.Decimal => Round(value, 2),
            _ => decimal.IsInteger(value) ? (long)value : Round(value, 2),
        },
        var other => XmlText.Clean(other.ToString() ?? ""),
    };

    /// <summary>How many decimals a column shows: as many as its most exact value, so that decimal marks stand in line.</summary>
    public static int Decimals(ReportTable table, int column) => table.Columns[column].Kind switch
    {
        CellKind.Percent => 1,
        CellKind.Decimal => table.Rows.Where(r => column < r.Count)
            .Select(r => Value(r[column], table.Columns[column])).OfType<decimal>().Select(Scale).DefaultIfEmpty(0).Max(),
        _ => 0,
    };

    /// <summary>The value as a reader sees it.</summary>
    public static string Text(object? value, CellKind kind, int decimals, string language) => value switch
    {
        null => Empty,
        string text => text,
        bool yes => ReportWords.YesNo(yes, language),
        DateOnly date => Date(date),
        decimal percent when kind == CellKind.Percent => Percent(percent, language),
        decimal number => Number(number, language, Math.Max(decimals, kind == CellKind.Decimal ? 0 : Scale(number))),
        // Identifiers and years are text columns: they take no separators.
        long whole when kind == CellKind.Text => whole.ToString(CultureInfo.InvariantCulture),
        long whole => Number(whole, language, 0),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value as a machine reads it: decimal point, ISO date.</summary>
    public static string Invariant(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static bool IsNumeric(CellKind kind) => kind is CellKind.Integer or CellKind.Decimal or CellKind.Percent;

    public static ReportCell At(IReadOnlyList<ReportCell> row, int column) => column < row.Count ? row[column] : ReportCell.Empty;

    /// <summary>Where a cell leads: its own link, or in a link column the text itself.</summary>
    public static string? Href(ReportCell cell, ReportColumn column) =>
        XmlText.SafeHref(cell.Href ?? (column.Kind == CellKind.Link ? cell.Value as string : null));

    /// <summary>Whether a spreadsheet might take a text for a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static int Scale(decimal value)
    {
        var rounded = Round(value, 2);
        return decimal.IsInteger(rounded) ? 0 : decimal.IsInteger(rounded * 10) ? 1 : 2;
    }

    private static decimal? Decimal(object value) => value switch
    {
        decimal number => number,
        int or long or short or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) && Math.Abs(number) < 1e15 => (decimal)number,
        _ => null,
    };
}
