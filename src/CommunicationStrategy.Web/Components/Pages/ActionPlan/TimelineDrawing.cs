// The timeline's rows as a drawing, for the page and for its PDF.
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class TimelineDrawing
{
    /// <param name="start">First day of the plan.</param>
    /// <param name="end">Last day of the plan.</param>
    public static string Svg(Texts t, IReadOnlyList<TimelineRow> rows, DateOnly start, DateOnly end, DateOnly today)
    {
        var days = rows.SelectMany(r => new[] { r.Start, r.Activity.EffectiveDue ?? r.Start, r.Activity.OriginalDue ?? r.Start }).Concat([start, end]).ToList();
        var (first, last) = (days.Min(), days.Max());
        return SvgTimeline.Write(new Timeline(
            t["actionplan.timeline.caption", t.Date(first), t.Date(last)], t["actionplan.timeline.legend"], first, last, today, $"{t["actionplan.timeline.today"]}: {t.Date(today)}", t.Language,
            [.. rows.GroupBy(r => r.Activity.ObjectiveNumber).Select(g => new TimelineGroup($"{g.Key} {t.Of(g.First().Activity.Objective)}".Trim(), [.. g.Select(r => Bar(t, r))]))]));
    }

    private static TimelineBar Bar(Texts t, TimelineRow row) => new(
        row.Activity.Id.ToString(), $"{row.Activity.Number} {t.Of(row.Activity.Title)}", TimelineWords.Bar(t, row), row.Start, row.Activity.EffectiveDue, TimelineWords.Tone(row.Activity), $"/plan/activities/{row.Activity.Id}")
    {
        Original = row.Activity.OriginalDue, Marks = [.. row.Occurrences.Select(o => o.Day)], After = [.. row.Predecessors.Select(p => p.PredecessorId.ToString())], Warns = row.TooEarly,
    };
}
