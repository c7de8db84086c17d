// The board of a plan: its activities in columns by state, so many cards a column, in two statements and a look at the register.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Views;

/// <summary>The activities that the filters let through, in columns by state; page and size do not count.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetBoard(ListActivities Filter) : IQuery<Board>;

public sealed record Board(IReadOnlyList<BoardColumn> Columns)
{
    /// <summary>How many cards a column shows; the table has the rest.</summary>
    public const int ColumnSize = 50;

    public int Total => Columns.Sum(c => c.Total);
}

/// <param name="States">The states it gathers; one for most columns.</param>
/// <param name="Counts">How many activities stand in each of them, shown or not.</param>
public sealed record BoardColumn(IReadOnlyList<ActivityState> States, IReadOnlyDictionary<ActivityState, int> Counts, IReadOnlyList<BoardCard> Cards)
{
    public int Total => Counts.Values.Sum();
}

/// <param name="HasTrigger">Its deadline hangs on an event that an officer dates.</param>
public sealed record BoardCard(ActivityRow Activity, ActivityShape Shape, bool HasTrigger);

internal sealed class GetBoardHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<GetBoard, Board>
{
    private static readonly IReadOnlyList<IReadOnlyList<ActivityState>> Columns =
    [
        [ActivityState.Draft], [ActivityState.Planned], [ActivityState.InProgress], [ActivityState.ReportedComplete], [ActivityState.Completed, ActivityState.PartiallyCompleted],
        [ActivityState.Suspended], [ActivityState.NotCompleted, ActivityState.Cancelled, ActivityState.Superseded],
    ];

    public async Task<Result<Board>> Handle(GetBoard query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = db.Activities.AsNoTracking().SeenBy(caller.Current).Matching(db, query.Filter, today);
        var counts = await found.GroupBy(a => a.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.State, c => c.Count, cancellationToken);
        // The first so many of each state: a window function, so that a column's length is bounded in the database.
        var shown = found.Select(a => a.State).Distinct().SelectMany(s => found.Where(a => a.State == s).OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(Board.ColumnSize).Select(a => a.Id));
        var rows = await found.Where(a => shown.Contains(a.Id)).Sorted(query.Filter.Sort).Stored(db, today).ToListAsync(cancellationToken);
        var institutions = await mediator.InstitutionsAsync(rows.Select(r => r.LeadId), cancellationToken);
        var cards = rows.ToLookup(r => r.State, r => new BoardCard(r.ToRow(institutions, today), r.Shape, r.Deadline.Trigger is not null));
        return new Board([.. Columns.Select(states => new BoardColumn(
            states, states.Where(counts.ContainsKey).ToDictionary(s => s, s => counts[s]), [.. states.SelectMany(s => cards[s]).Take(Board.ColumnSize)]))]);
    }
}
