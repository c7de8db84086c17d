// What the Stakeholders module tells the evaluation of relations: how institutions are rated, what was held with them, and what was promised.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Stakeholders;

/// <summary>How far a stakeholder takes part: the five levels of the IAP2 spectrum of public participation.</summary>
public enum EngagementLevel { Inform, Consult, Involve, Collaborate, Empower }

/// <summary>The quarters of the power-interest grid (Mendelow 1991).</summary>
public enum Quadrant { ManageClosely, KeepSatisfied, KeepInformed, Monitor }

public enum InteractionKind { Meeting, Call, Letter, Training, Visit, Consultation, Survey }

/// <summary>Relations from one day to another, both included.</summary>
[AnyCaller]
public sealed record GetRelations(DateOnly From, DateOnly To) : IQuery<Relations>;

/// <param name="Engagements">Of every institution rated by the last day.</param>
/// <param name="Interactions">Held in that time, oldest first.</param>
/// <param name="Commitments">Made by the last day and not kept before the first, oldest first.</param>
public sealed record Relations(IReadOnlyList<EngagementEntry> Engagements, IReadOnlyList<InteractionEntry> Interactions, IReadOnlyList<CommitmentEntry> Commitments)
{
    public static readonly Relations None = new([], [], []);
}

/// <param name="Before">As it stood when the time began; null: not rated then.</param>
public sealed record EngagementEntry(InstitutionInfo Institution, EngagementRating? Before, EngagementRating Now);

/// <param name="Power">1 to 5: how much it can do for the strategy or against it.</param>
/// <param name="Interest">1 to 5: how much the strategy matters to it.</param>
/// <param name="Stance">-2 (against) to 2 (for).</param>
public sealed record EngagementRating(int Power, int Interest, int Stance, EngagementLevel Current, EngagementLevel Desired)
{
    private const int High = 4;

    /// <summary>High from 4 of 5: an average stakeholder is nobody's to manage closely.</summary>
    public Quadrant Quadrant => (Power >= High, Interest >= High) switch
    {
        (true, true) => Quadrant.ManageClosely,
        (true, false) => Quadrant.KeepSatisfied,
        (false, true) => Quadrant.KeepInformed,
        _ => Quadrant.Monitor,
    };
}

public sealed record InteractionEntry(DateOnly On, InteractionKind Kind, IReadOnlyList<InstitutionInfo> Institutions);

/// <param name="Text">Null where what was agreed is confidential.</param>
/// <param name="Institution">Who promised it; null: the office itself.</param>
/// <param name="DoneOn">Null: open at the end of that time.</param>
public sealed record CommitmentEntry(DateOnly AgreedOn, InteractionKind Kind, string? Text, InstitutionInfo? Institution, DateOnly? DueOn, DateOnly? DoneOn);
