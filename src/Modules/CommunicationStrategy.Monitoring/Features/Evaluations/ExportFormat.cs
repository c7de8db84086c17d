// What an evaluation can be had as: the report, its one-page brief, and its pictures for slides.
namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Key">What a request names it by.</param>
/// <param name="IsPrinted">Made by Chromium, and missing where there is none.</param>
internal sealed record ExportFormat(string Key, string Extension, string MediaType, bool IsPrinted = false)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("docx", "docx", Word),
        new("pdf", "pdf", "application/pdf", IsPrinted: true),
        new("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new("csv", "csv", "text/csv; charset=utf-8"),
        new("json", "json", "application/json"),
        new("brief-docx", "docx", Word),
        new("brief-pdf", "pdf", "application/pdf", IsPrinted: true),
        new("charts", "zip", "application/zip"),
    ];

    public bool IsBrief => Key.StartsWith("brief-", StringComparison.Ordinal);

    public static ExportFormat? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}
