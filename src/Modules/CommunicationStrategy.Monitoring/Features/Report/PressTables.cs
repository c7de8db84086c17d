// Tables on the office's own work with the press: what it put out (T7a), which messages came through (T9), how enquiries were answered, and the lists of annex C.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class PressTables
{
    private static readonly ReportCell Empty = new(null);

    /// <summary>A row for every tool that was used: kinds of releases, then kinds of events.</summary>
    public static ReportTable Tools(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "T7A", texts["table.tools"],
        [
            new("tool", texts["col.tool"], Width: 2.4), new("uses", texts["col.uses"], CellKind.Integer), new("tied", texts["col.tied"], CellKind.Integer, Width: 1.2), new("languages", texts["col.languages"], Width: 1.6),
            new("embargoed", texts["col.embargoed"], CellKind.Integer, Width: 1.1), new("corrected", texts["col.corrected"], CellKind.Integer, Width: 1.1), new("attendance", texts["col.attendance"], CellKind.Integer, Width: 1.2),
            new("journalists", texts["col.journalists"], CellKind.Integer, Width: 1.2), new("satisfaction", texts["col.satisfaction"], CellKind.Percent, Width: 1.3),
        ],
        [
            .. snapshot.Releases!.GroupBy(r => r.Kind, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(IReadOnlyList<ReportCell> (g) =>
                [texts[$"release.{g.Key}"], g.Count(), g.Count(r => r.Activity is not null), Languages([.. g.Select(r => r.Title)]), g.Count(r => r.Embargoed), g.Count(r => r.CorrectedOn is not null), Empty, Empty, Empty]),
            .. snapshot.Events!.GroupBy(e => e.Kind, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(IReadOnlyList<ReportCell> (g) =>
                [texts[$"event.{g.Key}"], g.Count(), g.Count(e => e.Activity is not null), Empty, Empty, Empty, Sum(g, e => e.Attendance), Sum(g, e => e.Journalists), Mean(g)]),
        ], texts["table.tools.none"]);

    /// <summary>A row for each key message, and one for the items that carry any: the share of these is the pull-through.</summary>
    public static ReportTable Messages(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var items = snapshot.Coverages!;
        IReadOnlyList<ReportCell> Row(ReportCell number, string text, IReadOnlyCollection<FrozenCoverage> of) =>
            [number, text, of.Count, of.Count(i => i.Tone > 0), of.Count(i => i.Tone == 0), of.Count(i => i.Tone < 0), EvaluationTables.Percent(Share.Of(of.Count, items.Count), texts)];
        return new ReportTable("T9", texts["table.messages"],
            [
                new("number", texts["col.number"]), new("message", texts["col.message"], Width: 4.5), new("items", texts["col.items"], CellKind.Integer, Width: 1.2), new("positive", texts["tone.positive"], CellKind.Integer),
                new("neutral", texts["tone.neutral"], CellKind.Integer), new("negative", texts["tone.negative"], CellKind.Integer), new("share", texts["col.share"], CellKind.Percent, Width: 1.4),
            ],
            snapshot.Messages!.Count == 0 ? []
                :
                [
                    .. snapshot.Messages.Select(m => Row(texts.Figure(m.Number), m.Text.In(texts.Language), [.. items.Where(i => i.Messages?.Contains(m.Number) == true)])),
                    Row("", texts["messages.any"], [.. items.Where(i => i.Messages is not null)]),
                ], texts["table.messages.none"]);
    }

    public static ReportTable Enquiries(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var e = EnquiryFigures.Of(snapshot.Enquiries!);
        return new ReportTable("ENQUIRIES", texts["table.enquiries"],
            [
                new("received", texts["col.received"], CellKind.Integer), new("answered", texts["col.answered"], CellKind.Integer), new("in-time", texts["col.in-time"], CellKind.Percent, Width: 1.4),
                new("hours", texts["col.median-hours"], CellKind.Decimal, Unit: texts["unit.hours"], Width: 1.6), new("open", texts["col.open"], CellKind.Integer), new("refused", texts["col.refused"], CellKind.Integer),
                new("transferred", texts["col.transferred"], CellKind.Integer), new("withdrawn", texts["col.withdrawn"], CellKind.Integer),
            ],
            e.Received == 0 ? [] : [[e.Received, e.Answered, EvaluationTables.Percent(e.ShareInTime, texts), e.MedianHours, e.Open, e.Refused, e.Transferred, e.Withdrawn]], texts["table.enquiries.none"]);
    }

    public static ReportTable Releases(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "C1", texts["table.releases"],
        [
            new("on", texts["col.date"], CellKind.Date, Width: 1.4), new("number", texts["col.number"], Width: 1.1), new("type", texts["col.type"], Width: 1.6), new("title", texts["col.release"], Width: 4),
            new("languages", texts["col.languages"], Width: 1.4), new("embargo", texts["col.embargoed"], Width: 1.1), new("corrected", texts["col.corrected-on"], CellKind.Date, Width: 1.4), new("activity", texts["col.activity"]),
        ],
        [
            .. snapshot.Releases!.Select(IReadOnlyList<ReportCell> (r) =>
                [r.On, r.Number, texts[$"release.{r.Kind}"], new ReportCell(r.Title.In(texts.Language), EvaluationTables.Address(r.Url)), Languages([r.Title]), texts[r.Embargoed ? "yes" : "no"], r.CorrectedOn, r.Activity]),
        ], texts["table.releases.none"]);

    public static ReportTable Events(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "C2", texts["table.events"],
        [
            new("on", texts["col.date"], CellKind.Date, Width: 1.4), new("type", texts["col.type"], Width: 1.6), new("title", texts["col.event"], Width: 3.6), new("place", texts["col.place"], Width: 1.8),
            new("attendance", texts["col.attendance"], CellKind.Integer, Width: 1.2), new("accredited", texts["col.accredited"], CellKind.Integer, Width: 1.3),
            new("journalists", texts["col.journalists"], CellKind.Integer, Width: 1.2), new("satisfaction", texts["col.satisfaction"], CellKind.Percent, Width: 1.4), new("activity", texts["col.activity"]),
        ],
        [.. snapshot.Events!.Select(IReadOnlyList<ReportCell> (e) => [e.On, texts[$"event.{e.Kind}"], e.Title.In(texts.Language), e.Place, (decimal?)e.Attendance, (decimal?)e.Accredited, (decimal?)e.Journalists, e.Satisfaction, e.Activity])], texts["table.events.none"]);

    /// <summary>"ro 4, ru 2".</summary>
    private static string Languages(IReadOnlyList<LocalizedText> titles) => titles.Count == 1
        ? string.Join(", ", LocalizedText.Languages.Where(l => titles[0][l] is not null))
        : string.Join(", ", LocalizedText.Languages.Select(l => (Language: l, Number: titles.Count(t => t[l] is not null))).Where(l => l.Number > 0).Select(l => FormattableString.Invariant($"{l.Language} {l.Number}")));

    private static decimal? Sum(IEnumerable<FrozenEvent> events, Func<FrozenEvent, int?> people) => events.Select(people).OfType<int>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    /// <summary>The mean of the events' means, each counting once.</summary>
    private static decimal? Mean(IEnumerable<FrozenEvent> events) => events.Select(e => e.Satisfaction).OfType<decimal>().ToList() is { Count: > 0 } known ? known.Average() : null;
}
