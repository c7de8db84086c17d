// The chapter on stakeholders: who reported in time (T11), who moved on the grid of power and interest, what was held and what is still owed.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class RelationTables
{
    /// <summary>Under the words on reporting: meetings by kind, moves, commitments.</summary>
    public static IEnumerable<string> Words(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        if (snapshot is not { Interactions: { } held, Engagements: { } rated, Commitments: { } owed }) yield break;
        yield return texts["relations.held", held.Count, ReportTexts.List(held.CountBy(i => i.Kind).OrderBy(k => k.Key).Select(k => $"{texts[$"interaction.{k.Key}"]} {texts.Figure(k.Value)}")), held.SelectMany(i => i.Institutions).DistinctBy(i => i.Name.In(LocalizedText.Languages[0])).Count()];
        yield return texts["relations.rated", rated.Count, rated.Count(e => e.Before is null), rated.Count(e => Step(e) > 0), rated.Count(e => Step(e) < 0), rated.Count(e => e.Now.Current >= e.Now.Desired)];
        var (start, _) = snapshot.Days;
        yield return texts["relations.owed", owed.Count(c => c.AgreedOn >= start), owed.Count(c => c.DoneOn is not null), owed.Count(c => c.DoneOn is null), owed.Count(c => IsOverdue(c, snapshot))];
    }

    /// <summary>The grid before and after, those that moved first.</summary>
    public static ReportTable Engagement(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "ENGAGEMENT", texts["table.engagement"],
        [
            new("institution", texts["col.institution"], Width: 3.2), new("quadrant_before", texts["col.quadrant-before"], Width: 2), new("quadrant", texts["col.quadrant"], Width: 2), new("stance", texts["col.stance"], Width: 1.4),
            new("level_before", texts["col.level-before"], Width: 1.6), new("level", texts["col.level-now"], Width: 1.6), new("desired", texts["col.level-desired"], Width: 1.6),
        ],
        [
            .. snapshot.Engagements!.OrderBy(e => e.Before is null || e.Before == e.Now).Select(IReadOnlyList<ReportCell> (e) =>
            [
                e.Institution.Name.In(texts.Language), e.Before is { } before ? Grid(before, texts) : null, Grid(e.Now, texts), texts[$"stance.{e.Now.Stance}"],
                e.Before is { } then ? texts[$"engagement.{then.Current}"] : null, texts[$"engagement.{e.Now.Current}"], texts[$"engagement.{e.Now.Desired}"],
            ]),
        ], texts["table.engagement.none"]);

    /// <summary>What is open at the cut-off, what is due first at the top.</summary>
    public static ReportTable Commitments(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "COMMITMENTS", texts["table.commitments"],
        [
            new("due", texts["col.due-on"], CellKind.Date, Width: 1.5), new("who", texts["col.who"], Width: 2), new("commitment", texts["col.commitment"], Width: 5), new("agreed", texts["col.agreed-on"], CellKind.Date, Width: 1.5),
            new("at", texts["col.agreed-at"], Width: 1.5),
        ],
        [
            .. snapshot.Commitments!.Where(c => c.DoneOn is null).OrderBy(c => c.DueOn is null).ThenBy(c => c.DueOn).Select(IReadOnlyList<ReportCell> (c) =>
            [
                IsOverdue(c, snapshot) ? new ReportCell(c.DueOn, Note: texts["overdue"]) : c.DueOn, c.Institution?.ShortName(texts.Language) ?? texts["the-office"], c.Text ?? texts["confidential"], c.AgreedOn, texts[$"interaction.{c.Kind}"],
            ]),
        ], texts["table.commitments.none"]);

    private static bool IsOverdue(FrozenCommitment commitment, EvaluationSnapshot snapshot) => commitment.DoneOn is null && commitment.DueOn < snapshot.CutOff;

    /// <summary>How many levels it came closer or went back; 0 where it was not rated before.</summary>
    private static int Step(FrozenEngagement e) => e.Before is { } before ? e.Now.Current - before.Current : 0;

    private static string Grid(EngagementRating rating, ReportTexts texts) => $"{texts[$"quadrant.{rating.Quadrant}"]} ({texts.Figure(rating.Power)}/{texts.Figure(rating.Interest)})";
}
