// The chapter on the press: coverage by kind and tone, outlets; and every item as an annex. No reach is summed, no advertising value is made up.
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class MediaSection
{
    private const int OutletsShown = 10;

    public static ReportSection Media(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var items = snapshot.Coverages!;
        var kinds = items.GroupBy(i => i.Kind, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        IReadOnlyList<ReportCell> Row(string name, IReadOnlyCollection<FrozenCoverage> of) =>
            [name, of.Count, of.Count(i => i.Tone > 0), of.Count(i => i.Tone == 0), of.Count(i => i.Tone < 0), EvaluationTables.Percent(Share.Of(of.Count(i => i.Tone > 0) - of.Count(i => i.Tone < 0), of.Count), texts)];
        ReportColumn[] Columns(string first) =>
        [
            new(first, texts[$"col.{first}"], Width: 3), new("items", texts["col.items"], CellKind.Integer), new("positive", texts["tone.positive"], CellKind.Integer), new("neutral", texts["tone.neutral"], CellKind.Integer),
            new("negative", texts["tone.negative"], CellKind.Integer), new("balance", texts["rate.tone"], CellKind.Percent, Width: 1.3),
        ];
        return new ReportSection("media", texts["section.media"], Words(snapshot, texts),
            [
                new ReportTable("T8", texts["table.coverage"], Columns("type"), items.Count == 0 ? [] : [.. kinds.Select(g => Row(texts[$"coverage.{g.Key}"], [.. g])), Row(texts["total"], [.. items])], texts["table.coverage.none"]),
                new ReportTable("T10", texts["table.outlets"], Columns("outlet"),
                    [.. items.GroupBy(i => i.Outlet, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(OutletsShown).Select(g => Row(g.Key, [.. g]))], texts["table.coverage.none"]),
                .. snapshot.Messages is null ? (ReadOnlySpan<ReportTable>)[] : [PressTables.Messages(snapshot, texts)],
                .. snapshot.Enquiries is null ? (ReadOnlySpan<ReportTable>)[] : [PressTables.Enquiries(snapshot, texts)],
            ], items.Count == 0 ? [] : [EvaluationCharts.Coverage(snapshot, texts), .. EvaluationCharts.Voice(snapshot, texts) is { } voice ? (ReadOnlySpan<Chart>)[voice] : []]);
    }

    private static List<string> Words(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        List<string> words =
        [
            texts["summary.coverage", snapshot.Coverage.Total, snapshot.Coverage.Positive, snapshot.Coverage.Neutral, snapshot.Coverage.Negative, texts.Percent(snapshot.Coverage.ToneBalance)],
            texts["media.tied", snapshot.Coverage.TiedToActivities],
        ];
        if (snapshot.Messages is null) return words;
        var items = snapshot.Coverages!;
        words.Add(texts["media.prompted", texts.Percent(Share.Of(items.Count(i => i.Origin is not (null or "Unprompted")), items.Count))]);
        words.Add(texts["media.ethics", items.Count(i => i.Ethics is not null), ReportTexts.List(items.SelectMany(i => i.Ethics ?? []).CountBy(f => f).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{texts[$"ethics.{f.Key}"]} {texts.Figure(f.Value)}"))]);
        if (items.Any(i => i.NamesUs is not null))
        {
            var (ours, coded) = (items.Count(i => i.NamesUs == true), items.Count(i => i.NamesUs is not null));
            words.Add(texts["media.voice", texts.Percent(Share.Of(ours, coded)), ours, coded]);
        }

        int Corrections(string state) => items.Count(i => i.Correction == state);
        if (items.Any(i => i.Correction is not null)) words.Add(texts["media.corrections", items.Count(i => i.Correction is not null), Corrections("Made"), Corrections("Refused"), Corrections("Asked")]);
        if (snapshot.Events?.Any(e => e.Accredited is not null) == true) words.Add(texts["media.accredited", snapshot.Events.Sum(e => e.Accredited ?? 0), snapshot.Events.Sum(e => e.Journalists ?? 0)]);
        return words;
    }

    public static ReportSection Items(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "coverage", texts[snapshot.Releases is null ? "section.coverage" : "section.press"], [],
        [
            .. snapshot.Releases is null || snapshot.Events is null ? (ReadOnlySpan<ReportTable>)[] : [PressTables.Releases(snapshot, texts), PressTables.Events(snapshot, texts)],
            new ReportTable("C", texts["table.items"],
            [
                new("on", texts["col.date"], CellKind.Date, Width: 1.4), new("outlet", texts["col.outlet"], Width: 2), new("title", texts["col.title"], Width: 4), new("type", texts["col.type"], Width: 1.4),
                new("language", texts["col.language"]), new("tone", texts["col.tone"], CellKind.Integer), new("activity", texts["col.activity"]),
            ],
            [.. snapshot.Coverages!.Select(IReadOnlyList<ReportCell> (i) => [i.On, i.Outlet, new ReportCell(i.Title, EvaluationTables.Address(i.Url)), texts[$"coverage.{i.Kind}"], i.Language, i.Tone, i.Activity])], texts["table.coverage.none"]),
        ], []);
}
