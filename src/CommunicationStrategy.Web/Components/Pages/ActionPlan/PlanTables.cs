// The views of a plan as tables for files: what a view shows, row by row, without its pages.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Web.Components.Exports;
using MediatR;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal sealed class PlanTables(IMediator mediator, Texts t, DateOnly today)
{
    private const int RowsOnASheet = 15;

    public async Task<Result<ReportTable>> ListAsync(PlanRow plan, ListActivities filter, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(filter, cancellationToken);
        if (!rows.IsSuccess) return rows.Failure;
        return Table("activities", plan, null,
        [
            Number, new("objective", t["actionplan.objective"]), Title, Deadline, new("due", t["actionplan.due"], CellKind.Date), Original, Lead, State, Percent, Flags,
        ],
        rows.Value.Select(r => (IReadOnlyList<ReportCell>)[r.Number, r.ObjectiveNumber, t.Of(r.Title), r.DeadlineAsWritten, r.NextDue, r.OriginalDue, LeadOf(r), StateOf(r), r.Percent, FlagsOf(r)]));
    }

    /// <summary>The cards column by column, those that the page only counts as well.</summary>
    public async Task<Result<ReportTable>> BoardAsync(PlanRow plan, ListActivities filter, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(filter with { Sort = filter.Sort ?? "state" }, cancellationToken);
        if (!rows.IsSuccess) return rows.Failure;
        return Table("board", plan, t["actionplan.view.board"], [State, Number, Title, Lead, new("due", t["actionplan.due"], CellKind.Date), Percent, Flags],
            rows.Value.OrderBy(r => r.State).Select(r => (IReadOnlyList<ReportCell>)[StateOf(r), r.Number, t.Of(r.Title), LeadOf(r), r.NextDue, r.Percent, FlagsOf(r)]));
    }

    public async Task<Result<ReportTable>> TimelineAsync(PlanRow plan, ListActivities filter, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(filter, cancellationToken);
        if (!rows.IsSuccess) return rows.Failure;
        return Table("timeline", plan, t["actionplan.view.timeline"],
        [
            new("objective", t["actionplan.objective"]), Number, Title, Lead, new("start", t["actionplan.field.Start"], CellKind.Date), new("due", t["actionplan.due"], CellKind.Date), Original,
            new("occurrences", t["actionplan.occurrences"], Width: 2), new("predecessors", t["actionplan.predecessors"]), State,
        ],
        rows.Value.Select(r => (IReadOnlyList<ReportCell>)
        [
            r.Activity.ObjectiveNumber, r.Activity.Number, t.Of(r.Activity.Title), LeadOf(r.Activity), r.Start, r.Activity.EffectiveDue, r.Activity.OriginalDue,
            string.Join(", ", r.Occurrences.Select(o => t.Date(o.Day))), TimelineWords.Predecessors(t, r), StateOf(r.Activity),
        ]));
    }

    /// <summary>The timeline's bars, a sheet at a time.</summary>
    public async Task<Result<IReadOnlyList<string>>> DrawingsAsync(PlanRow plan, ListActivities filter, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(filter, cancellationToken);
        if (!rows.IsSuccess) return rows.Failure;
        return rows.Value.Chunk(RowsOnASheet).Select(part => TimelineDrawing.Svg(t, part, plan.Start, plan.End, today)).ToList();
    }

    public async Task<Result<ReportTable>> CalendarAsync(PlanRow plan, ListActivities filter, string? wanted, CancellationToken cancellationToken)
    {
        var month = Month.Read(wanted, today);
        var items = await mediator.Send(new GetDueBetween(filter, month.First, month.Last), cancellationToken);
        if (!items.IsSuccess) return items.Failure;
        return Table("calendar", plan, month.Say(t.Language), [new("day", t["actionplan.field.EffectiveDue"], CellKind.Date), new("due", t["actionplan.due"], CellKind.Date), Number, Title, State],
            items.Value.Select(i => (IReadOnlyList<ReportCell>)[i.Day, i.Due, i.Number, t.Of(i.Title), Of(i)]));
    }

    public async Task<Result<ReportTable>> QuarterAsync(PlanRow plan, ListActivities filter, CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(new GetInstitutionQuarter(filter.InstitutionId, filter.Quarter, plan.Id), cancellationToken);
        if (!answer.IsSuccess) return answer.Failure;
        var quarter = answer.Value;
        IEnumerable<IReadOnlyList<ReportCell>> rows =
        [
            .. quarter.Overdue.Select(i => (IReadOnlyList<ReportCell>)[t["actionplan.mine.overdue"], i.Number, t.Of(i.Title), i.Day, Of(i)]),
            .. quarter.Due.Select(i => (IReadOnlyList<ReportCell>)[t["actionplan.mine.due"], i.Number, t.Of(i.Title), i.Day, Of(i)]),
            .. quarter.Owed.Select(o => (IReadOnlyList<ReportCell>)[t["actionplan.mine.owed"], o.Number, t.Of(o.Title), o.DueOn, o.Returned ? t["actionplan.report.state.Returned"] : null]),
            .. quarter.Reported.Select(r => (IReadOnlyList<ReportCell>)[t["actionplan.mine.reported"], r.ActivityNumber, t.Of(r.ActivityTitle), DateOnly.FromDateTime(r.SubmittedAt.UtcDateTime), t[$"actionplan.report.state.{r.State}"]]),
        ];
        return Table("quarter", plan, $"{(quarter.Institution is { } institution ? t.Of(institution.Name) : "")}, {Quarters.Say(t, quarter.Quarter)}",
            [new("what", t["actionplan.mine.what"], Width: 1.2), Number, Title, new("day", t["actionplan.calendar.day"], CellKind.Date), State], rows);
    }

    private Task<Result<IReadOnlyList<TimelineRow>>> RowsAsync(ListActivities filter, CancellationToken cancellationToken) =>
        ListFile.AllAsync(number => mediator.Send(new GetTimeline(filter with { Page = number, Size = Paging.MaxSize }), cancellationToken));

    private Task<Result<IReadOnlyList<ActivityRow>>> AllAsync(ListActivities filter, CancellationToken cancellationToken) =>
        ListFile.AllAsync(number => mediator.Send(filter with { Page = number, Size = Paging.MaxSize }, cancellationToken));

    private ReportTable Table(string key, PlanRow plan, string? part, IReadOnlyList<ReportColumn> columns, IEnumerable<IReadOnlyList<ReportCell>> rows) =>
        new(key, $"{plan.Code} {t.Of(plan.Title)}{(part is null ? "" : $": {part}")}", columns, [.. rows]);

    private ReportColumn Number => new("number", t["actionplan.number"], Width: 0.6);

    private ReportColumn Title => new("title", t["actionplan.activity"], Width: 3);

    private ReportColumn Deadline => new("deadline", t["actionplan.deadline"], Width: 1.5);

    private ReportColumn Original => new("original_due", t["actionplan.original-due"], CellKind.Date);

    private ReportColumn Lead => new("lead", t["actionplan.lead"], Width: 1.5);

    private ReportColumn State => new("state", t["actionplan.state"]);

    private ReportColumn Percent => new("percent", t["actionplan.percent"], CellKind.Integer, "%");

    private ReportColumn Flags => new("flags", t["actionplan.flags"], Width: 1.5);

    private string Of(DueItem item) => item.Missed ? $"{DueWords.State(t, item)}, {t["actionplan.flag.Overdue"]}" : DueWords.State(t, item);

    private string LeadOf(ActivityRow row) => row.Lead?.ShortName(t.Language) ?? row.LeadAsWritten;

    private string StateOf(ActivityRow row) => t[$"actionplan.state.{row.State}"];

    private string FlagsOf(ActivityRow row) => string.Join(", ", row.Flags.Select(f => t[$"actionplan.flag.{f}"]));
}
