// What an evaluation froze of relations with institutions: how they are rated, what was held with them, what was promised.
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Monitoring.Domain;

/// <param name="Before">As it stood when the period began; null: not rated then.</param>
public sealed record FrozenEngagement(NamedInstitution Institution, EngagementRating? Before, EngagementRating Now);

public sealed record FrozenInteraction(DateOnly On, InteractionKind Kind, IReadOnlyList<NamedInstitution> Institutions);

/// <param name="Text">Null where it is confidential.</param>
/// <param name="Institution">Who promised it; null: the office itself.</param>
/// <param name="DoneOn">Null: open at the cut-off.</param>
public sealed record FrozenCommitment(DateOnly AgreedOn, InteractionKind Kind, string? Text, NamedInstitution? Institution, DateOnly? DueOn, DateOnly? DoneOn);

internal static class RelationFreezer
{
    public static EvaluationSnapshot WithRelations(this EvaluationSnapshot snapshot, Relations relations) => snapshot with
    {
        Engagements = [.. relations.Engagements.Select(e => new FrozenEngagement(Name(e.Institution), e.Before, e.Now))],
        Interactions = [.. relations.Interactions.Select(i => new FrozenInteraction(i.On, i.Kind, [.. i.Institutions.Select(Name)]))],
        Commitments = [.. relations.Commitments.Select(c => new FrozenCommitment(c.AgreedOn, c.Kind, c.Text, c.Institution is { } by ? Name(by) : null, c.DueOn, c.DoneOn))],
    };

    /// <summary>A year's: rated before its first quarter and at the end of its last, everything held, and every commitment as the last quarter that knows it left it.</summary>
    public static EvaluationSnapshot WithRelations(this EvaluationSnapshot year, IReadOnlyList<EvaluationSnapshot> quarters)
    {
        if (quarters.Any(q => q.Engagements is null || q.Interactions is null || q.Commitments is null)) return year with { Engagements = null, Interactions = null, Commitments = null };
        var before = quarters[0].Engagements!.ToDictionary(e => Romanian(e.Institution), e => e.Before, StringComparer.Ordinal);
        return year with
        {
            Engagements = [.. quarters[^1].Engagements!.Select(e => e with { Before = before.GetValueOrDefault(Romanian(e.Institution)) })],
            Interactions = [.. quarters.SelectMany(q => q.Interactions!)],
            Commitments = [.. quarters.SelectMany(q => q.Commitments!).GroupBy(c => (c.AgreedOn, c.Kind, c.Text, c.Institution?.Name["ro"])).Select(g => g.Last())],
        };
    }

    private static NamedInstitution Name(InstitutionInfo institution) => new(institution.Name, institution.Acronym);

    private static string Romanian(NamedInstitution institution) => institution.Name.In(LocalizedText.Languages[0]);
}
