// What the plan's words on costs say becomes budget lines, for every activity that has none yet.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>
/// Reads the cost and funding words of the activities that have no line, and adds the lines that they mean; the year is that of the deadline,
/// else the plan's first, unless the words name one. What has lines is left alone, so that it may be asked for again and again.
/// </summary>
[Requires(Permission.EditActionPlan)]
public sealed record TakeBudgetFromWords(Guid PlanId) : ICommand<BudgetFromWords>;

/// <summary>How many activities the words of which came to what.</summary>
/// <param name="Read">With figures.</param>
/// <param name="NoCost">"No cost required": no line, and none is missing.</param>
/// <param name="Unreadable">An officer has to look: no line was made.</param>
/// <param name="Silent">Without any words.</param>
/// <param name="SourceAssumed">Of those read: the words name no source, or several.</param>
/// <param name="Lines">Lines added.</param>
public sealed record BudgetFromWords(int Read, int WithinLimits, int NoCost, int Unreadable, int Silent, int SourceAssumed, int Lines);

internal sealed class TakeBudgetFromWordsHandler(ActionPlanDbContext db) : ICommandHandler<TakeBudgetFromWords, BudgetFromWords>
{
    private const int BatchSize = 500;

    public async Task<Result<BudgetFromWords>> Handle(TakeBudgetFromWords command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        var open = plan.MustBeOpen();
        if (!open.IsSuccess) return open.Failure;

        var activities = await db.Activities.AsNoTracking().Where(a => a.PlanId == plan.Id).WithoutLines(db).OrderBy(a => a.SortKey).ThenBy(a => a.Id)
            .Select(a => new WrittenCost(a.Id, a.CostAsWritten, a.FundingAsWritten, a.Deadline.Due)).ToListAsync(cancellationToken);
        var (kinds, assumed, added) = (new Dictionary<CostWordsKind, int>(), 0, 0);
        // A save for each batch: a large plan would fill memory otherwise, and what was taken before a break stays taken.
        foreach (var batch in activities.Chunk(BatchSize))
        {
            foreach (var activity in batch)
            {
                var reading = CostReader.Read(activity.Cost, null, activity.Funding, plan.Currency);
                var lines = Lines(plan, activity, reading);
                var kind = lines is null ? CostWordsKind.Unreadable : reading.Kind;
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (lines is not { Count: > 0 }) continue;
                db.BudgetLines.AddRange(lines);
                added += lines.Count;
                if (lines.Exists(l => l.SourceAssumed)) assumed++;
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        int Of(CostWordsKind kind) => kinds.GetValueOrDefault(kind);
        return new BudgetFromWords(Of(CostWordsKind.Figures), Of(CostWordsKind.WithinLimits), Of(CostWordsKind.NoCost), Of(CostWordsKind.Unreadable), Of(CostWordsKind.Silent), assumed, added);
    }

    /// <summary>All lines of the activity, or null: money in another currency waits for its rate, a year outside the plan for an explanation.</summary>
    private static List<BudgetLine>? Lines(Plan plan, WrittenCost activity, CostReading reading)
    {
        var year = Math.Clamp(activity.Due?.Year ?? plan.Start.Year, plan.Start.Year, plan.End.Year);
        var lines = new List<BudgetLine>();
        foreach (var proposed in reading.Lines)
        {
            var line = BudgetLine.Create(plan, activity.Id, new BudgetEntry(proposed.Year ?? year, proposed.Source, proposed.Currency)
            {
                Funder = proposed.Funder, Planned = proposed.Planned, AsWritten = activity.Words, SourceAssumed = proposed.SourceAssumed,
            });
            if (!line.IsSuccess) return null;
            lines.Add(line.Value);
        }

        return lines.DistinctBy(l => (l.Year, l.Source, l.FunderKey)).Count() == lines.Count ? lines : null;
    }

    private sealed record WrittenCost(Guid Id, string? Cost, string? Funding, DateOnly? Due)
    {
        public string Words
        {
            get
            {
                var words = string.Join('\n', new[] { Cost, Funding }.Where(w => !string.IsNullOrWhiteSpace(w)));
                return words.Length > BudgetLine.TextLength ? words[..BudgetLine.TextLength] : words;
            }
        }
    }
}
