// What the timeline says in words: from when to when, what an activity waits for, and whether its date fits.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class TimelineWords
{
    /// <summary>All that a bar shows.</summary>
    public static string Bar(Texts t, TimelineRow row)
    {
        var until = row.Activity.EffectiveDue is { } due ? t.Date(due) : t["actionplan.timeline.no-due"];
        var words = $"{row.Activity.Number} {t.Of(row.Activity.Title)}: {t.Date(row.Start)} – {until}, {t[$"actionplan.state.{row.Activity.State}"]}";
        if (row.Activity.OriginalDue is { } original) words += $", {t["actionplan.original-due"]} {t.Date(original)}";
        if (row.Predecessors.Count > 0) words += $", {t["actionplan.predecessors"]} {Predecessors(t, row)}";
        return words;
    }

    public static string Predecessors(Texts t, TimelineRow row) => string.Join("; ", row.Predecessors.Select(p => Predecessor(t, p.Number, p.LagDays, p.TooEarly)));

    public static string Predecessor(Texts t, string number, int lagDays, bool tooEarly) =>
        (lagDays == 0 ? number : t["actionplan.predecessors.lag", number, lagDays]) + (tooEarly ? $" ({t["actionplan.predecessors.too-early"]})" : "");

    public static string Tone(ActivityRow row) =>
        row.Flags.Contains(ActivityFlag.Overdue) || row.Flags.Contains(ActivityFlag.OccurrenceOverdue) ? "bad"
        : row.Flags.Contains(ActivityFlag.DueSoon) ? "warn"
        : row.State switch
        {
            ActivityState.Completed => "good",
            ActivityState.PartiallyCompleted or ActivityState.NotCompleted => "late",
            ActivityState.InProgress or ActivityState.ReportedComplete => "info",
            ActivityState.Planned => "accent",
            _ => "muted",
        };
}
