// What was held with institutions, as a list; one entry of it; and what was promised and is still owed. Confidential entries are for those who keep the register.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Interactions;

/// <param name="Sort">"date" or "-date"; default: the newest first.</param>
[Requires(Permission.ViewStakeholders)]
public sealed record ListInteractions(
    string? Search = null, Guid? InstitutionId = null, InteractionKind? Kind = null, DateOnly? From = null, DateOnly? To = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<InteractionRow>>;

[Requires(Permission.ViewStakeholders)]
public sealed record GetInteraction(Guid Id) : IQuery<InteractionRow>;

/// <summary>Commitments, those due first at the top and those without a date at the end; kept ones by the day they were kept, newest first.</summary>
/// <param name="InstitutionId">Who undertook it.</param>
[Requires(Permission.ViewStakeholders)]
public sealed record ListCommitments(bool Kept = false, Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<CommitmentRow>>;

/// <param name="Institutions">Who took part, in no particular order.</param>
public sealed record InteractionRow(Guid Id, InteractionFacts Facts, IReadOnlyList<InstitutionInfo> Institutions, int Open, bool Archived, string ChangedBy, int Version);

/// <param name="Institution">Null: the office itself.</param>
/// <param name="Version">The interaction's.</param>
public sealed record CommitmentRow(
    Guid Id, string Text, InstitutionInfo? Institution, DateOnly? DueOn, DateOnly? DoneOn, bool IsOverdue, Guid InteractionId, DateOnly AgreedOn, InteractionKind Kind, string Subject, int Version);

internal sealed class ListInteractionsHandler(StakeholdersDbContext db, CallerScope scope) : IQueryHandler<ListInteractions, Page<InteractionRow>>
{
    public async Task<Result<Page<InteractionRow>>> Handle(ListInteractions query, CancellationToken cancellationToken)
    {
        var found = db.Interactions.AsNoTracking().Include(i => i.Parties).Include(i => i.Commitments).AsSplitQuery().SeenBy(scope.Current).Where(i => i.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(i => i.SearchText.Contains(word));
        if (query.InstitutionId is { } institution) found = found.Where(i => i.Parties.Any(p => p.InstitutionId == institution));
        if (query.Kind is { } kind) found = found.Where(i => i.Kind == kind);
        if (query.From is { } from) found = found.Where(i => i.HeldOn >= from);
        if (query.To is { } to) found = found.Where(i => i.HeldOn <= to);
        found = query.Sort == "date" ? found.OrderBy(i => i.HeldOn).ThenBy(i => i.Id) : found.OrderByDescending(i => i.HeldOn).ThenByDescending(i => i.Id);
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var names = await db.NamesAsync(page.Items.SelectMany(i => i.Parties).Select(p => p.InstitutionId), cancellationToken);
        return new Page<InteractionRow>([.. page.Items.Select(i => Interactions.Row(i, names))], page.Total, page.Number, page.Size);
    }
}

internal sealed class GetInteractionHandler(StakeholdersDbContext db, CallerScope scope) : IQueryHandler<GetInteraction, InteractionRow>
{
    public async Task<Result<InteractionRow>> Handle(GetInteraction query, CancellationToken cancellationToken)
    {
        var found = await db.Interactions.AsNoTracking().Include(i => i.Parties).Include(i => i.Commitments).AsSplitQuery().SeenBy(scope.Current).SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        if (found is null) return Failure.NotFound(nameof(Interaction), query.Id);
        return Interactions.Row(found, await db.NamesAsync(found.Parties.Select(p => p.InstitutionId), cancellationToken));
    }
}

internal sealed class ListCommitmentsHandler(StakeholdersDbContext db, CallerScope scope, TimeProvider clock) : IQueryHandler<ListCommitments, Page<CommitmentRow>>
{
    public async Task<Result<Page<CommitmentRow>>> Handle(ListCommitments query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = db.Interactions.AsNoTracking().SeenBy(scope.Current).Where(i => !i.Archived)
            .SelectMany(i => i.Commitments, (i, c) => new { Interaction = i, Commitment = c }).Where(f => f.Commitment.DoneOn != null == query.Kept);
        if (query.InstitutionId is { } institution) found = found.Where(f => f.Commitment.InstitutionId == institution);
        found = query.Kept
            ? found.OrderByDescending(f => f.Commitment.DoneOn).ThenBy(f => f.Commitment.Id)
            : found.OrderBy(f => f.Commitment.DueOn == null).ThenBy(f => f.Commitment.DueOn).ThenBy(f => f.Commitment.Id);
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var names = await db.NamesAsync(page.Items.Select(f => f.Commitment.InstitutionId).OfType<Guid>(), cancellationToken);
        return new Page<CommitmentRow>(
        [
            .. page.Items.Select(f => new CommitmentRow(
                f.Commitment.Id, f.Commitment.Text, f.Commitment.InstitutionId is { } id ? names.GetValueOrDefault(id) : null, f.Commitment.DueOn, f.Commitment.DoneOn,
                f.Commitment.DoneOn is null && f.Commitment.DueOn < today, f.Interaction.Id, f.Interaction.HeldOn, f.Interaction.Kind, f.Interaction.Subject, f.Interaction.Version)),
        ], page.Total, page.Number, page.Size);
    }
}

internal static class Interactions
{
    public static IQueryable<Interaction> SeenBy(this IQueryable<Interaction> interactions, Caller caller) =>
        caller.May(Permission.EditStakeholders) ? interactions : interactions.Where(i => !i.Confidential);

    public static InteractionRow Row(Interaction i, IReadOnlyDictionary<Guid, InstitutionInfo> names) => new(
        i.Id,
        new InteractionFacts(i.HeldOn, i.Kind, i.Subject, [.. i.Parties.Select(p => p.InstitutionId)], i.Participants, i.Outcome, i.Confidential)
        {
            Commitments = [.. i.Commitments.OrderBy(c => c.DueOn is null).ThenBy(c => c.DueOn).ThenBy(c => c.Id).Select(c => new CommitmentFacts(c.Id, c.Text, c.InstitutionId, c.DueOn, c.DoneOn))],
        },
        [.. i.Parties.Select(p => names.GetValueOrDefault(p.InstitutionId)).OfType<InstitutionInfo>()], i.Commitments.Count(c => c.DoneOn is null), i.Archived, i.ChangedBy, i.Version);

    public static async Task<Dictionary<Guid, InstitutionInfo>> NamesAsync(this StakeholdersDbContext db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0 ? [] : await db.Institutions.AsNoTracking().Where(i => wanted.Contains(i.Id)).Select(i => new InstitutionInfo(i.Id, i.Name, i.Acronym)).ToDictionaryAsync(i => i.Id, cancellationToken);
    }
}
