// The report's own words in ro, ru and en, and small things said the same way everywhere in it.
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

/// <param name="variant">What is said otherwise of a year or a half-year has a text of its own, named "...@year" or "...@half".</param>
internal sealed class ReportTexts(string language, string? variant = null)
{
    private static readonly TextCatalog Catalog = new("CommunicationStrategy.Monitoring.Texts", typeof(ReportTexts).Assembly);
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public string Language => language;

    public string this[string key, params object?[] args] => Catalog.Get(language, variant is not null && Catalog.Find(language, $"{key}@{variant}") is not null ? $"{key}@{variant}" : key, args);

    public static ReportTexts For(EvaluationSnapshot snapshot, string language) => new(language, snapshot.IsYear ? "year" : snapshot.Span == 2 ? "half" : null);

    public string Date(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"Quarter IV 2026", "Half-year II 2026", "Year 2026"; "" as it is.</summary>
    public string Period(string period) =>
        BuildingBlocks.Quarter.Parse(period) is { } q ? this["report.period", Roman[variant == "half" ? (q.Number - 1) / 2 : q.Number - 1], q.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        : EvaluatedYear.Parse(period) is { } year ? this["report.year", year.ToString()] : period;

    /// <summary>A share as "62,5 %"; where there is nothing to divide by, that is said.</summary>
    public string Percent(decimal? share) =>
        share is { } part ? (part * 100).ToString("N1", TextCatalog.Culture(language)) + "\u00A0%" : this["not-computable"];

    /// <summary>A quarter as in <see cref="Period"/>; a year, "" as they are.</summary>
    public string Term(string period) => Period(period);

    public string Figure(decimal value) => value.ToString(decimal.IsInteger(value) ? "N0" : "N1", TextCatalog.Culture(language));

    /// <summary>A field of the plan in words; one that has none, as it is called.</summary>
    public string Field(string field) => Catalog.Find(language, $"field.{field}") ?? field;

    public string Of(Verdict verdict) => this[$"verdict.{verdict}"];

    /// <summary>What fits beside a bar or into one line of a brief.</summary>
    public static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    /// <summary>"1.1, 1.2, 3.4", or a dash for none.</summary>
    public static string Numbers(IEnumerable<JudgedActivity> activities) => List(activities.Select(a => a.Number));

    public static string List(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : "–";
}
