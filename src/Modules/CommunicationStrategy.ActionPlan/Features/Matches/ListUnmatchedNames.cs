// The match queue: names that plans use and the register does not know.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Matches;

/// <summary>Names of institutions that wait to be matched, the most frequent first.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ListUnmatchedNames : IQuery<IReadOnlyList<UnmatchedName>>;

/// <param name="Name">As one of the activities writes it.</param>
/// <param name="Leads">In how many of them it is the lead, so that nobody can be reminded.</param>
public sealed record UnmatchedName(string Key, string Name, int Activities, int Leads);

internal sealed class ListUnmatchedNamesHandler(ActionPlanDbContext db) : IQueryHandler<ListUnmatchedNames, IReadOnlyList<UnmatchedName>>
{
    public async Task<Result<IReadOnlyList<UnmatchedName>>> Handle(ListUnmatchedNames query, CancellationToken cancellationToken)
    {
        var waiting = await db.Assignments.AsNoTracking().Where(a => a.InstitutionId == null).Select(a => new { a.NameKey, a.NameAsWritten, a.ActivityId, a.Role }).ToListAsync(cancellationToken);
        return waiting.GroupBy(a => a.NameKey)
            .Select(g => new UnmatchedName(g.Key, g.First().NameAsWritten, g.Select(a => a.ActivityId).Distinct().Count(), g.Count(a => a.Role == AssignmentRole.Lead)))
            .OrderByDescending(n => n.Activities).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
    }
}
