// What was held with institutions - meetings, calls, letters - and what was promised there.
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Stakeholders.Domain;

/// <summary>One meeting, call or letter. Deleting is archiving.</summary>
internal sealed class Interaction : Root
{
    private readonly List<InteractionParty> parties = [];
    private readonly List<Commitment> commitments = [];

    public DateOnly HeldOn { get; private set; }
    public InteractionKind Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public string? Participants { get; private set; }
    public string? Outcome { get; private set; }

    /// <summary>Seen only by those who keep the register; counted, but not quoted in a report.</summary>
    public bool Confidential { get; private set; }
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";
    public IReadOnlyList<InteractionParty> Parties => parties;
    public IReadOnlyList<Commitment> Commitments => commitments;

    /// <summary>A commitment that is left without a text is taken away.</summary>
    public Result Describe(InteractionFacts facts)
    {
        (HeldOn, Kind, Subject, Participants, Outcome, Confidential) = (facts.HeldOn, facts.Kind, facts.Subject.Trim(), Blank(facts.Participants), Blank(facts.Outcome), facts.Confidential);
        parties.RemoveAll(p => !facts.Institutions.Contains(p.InstitutionId));
        parties.AddRange(facts.Institutions.Distinct().Where(i => parties.All(p => p.InstitutionId != i)).Select(i => new InteractionParty(Id, i)));
        foreach (var (at, line) in facts.Commitments.Index())
        {
            var known = commitments.FirstOrDefault(c => c.Id == line.Id);
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                if (known is not null) commitments.Remove(known);
                continue;
            }

            if (TooEarly(line.DoneOn, $"Commitments[{at}].DoneOn") is { } early) return early;
            if (known is null) commitments.Add(known = new Commitment(Id));
            known.Describe(line);
        }

        SearchText = BuildingBlocks.SearchText.Fold([Subject, Participants, Outcome, .. commitments.Select(c => c.Text)]);
        return Result.Success;
    }

    /// <summary>Says when a commitment was kept; null takes that back.</summary>
    public Result Settle(Guid commitmentId, DateOnly? doneOn)
    {
        if (commitments.FirstOrDefault(c => c.Id == commitmentId) is not { } commitment) return Failure.NotFound(nameof(Commitment), commitmentId);
        if (TooEarly(doneOn, "DoneOn") is { } early) return early;
        commitment.Settle(doneOn);
        return Result.Success;
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Failure.Rule("stakeholders.already-so", "It is so already.");
        Archived = archived;
        return Result.Success;
    }

    private Failure? TooEarly(DateOnly? doneOn, string field) =>
        doneOn < HeldOn ? Failure.Invalid(field, "stakeholders.done-before", "It cannot have been done before it was agreed.") : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>An institution that took part.</summary>
internal sealed class InteractionParty(Guid interactionId, Guid institutionId) : Entity
{
    public Guid InteractionId { get; private set; } = interactionId;
    public Guid InstitutionId { get; private set; } = institutionId;
}

/// <summary>What somebody undertook to do.</summary>
internal sealed class Commitment(Guid interactionId) : Entity
{
    public Guid InteractionId { get; private set; } = interactionId;
    public string Text { get; private set; } = "";

    /// <summary>Null: the office itself.</summary>
    public Guid? InstitutionId { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    public void Describe(CommitmentFacts facts) => (Text, InstitutionId, DueOn, DoneOn) = (facts.Text!.Trim(), facts.InstitutionId, facts.DueOn, facts.DoneOn);

    public void Settle(DateOnly? doneOn) => DoneOn = doneOn;
}

/// <param name="Participants">Who sat at the table, by office and name of work.</param>
public sealed record InteractionFacts(
    DateOnly HeldOn, InteractionKind Kind, string Subject, IReadOnlyList<Guid> Institutions, string? Participants = null, string? Outcome = null, bool Confidential = false)
{
    /// <summary>Those left out stay as they are.</summary>
    public IReadOnlyList<CommitmentFacts> Commitments { get; init; } = [];
}

/// <param name="Id">Null: a new one.</param>
/// <param name="Text">Null or blank: the one with this id is taken away.</param>
/// <param name="InstitutionId">Who undertook it; null: the office itself.</param>
public sealed record CommitmentFacts(Guid? Id, string? Text, Guid? InstitutionId = null, DateOnly? DueOn = null, DateOnly? DoneOn = null);
