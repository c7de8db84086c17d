// The plan as it was in force from one day to another, line by line. Nothing here ever changes but the day on which it ended.
namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>A version of a plan in force; number 1 is the plan as approved, each amendment makes the next.</summary>
internal sealed class PlanVersion(Guid planId, int number, string act, DateOnly inForceFrom, Guid? amendmentId) : Root
{
    public Guid PlanId { get; private set; } = planId;
    public int Number { get; private set; } = number;

    /// <summary>The act that put it in force, as it is cited.</summary>
    public string Act { get; private set; } = act;
    public DateOnly InForceFrom { get; private set; } = inForceFrom;

    /// <summary>The last day on which it was in force; null while it is.</summary>
    public DateOnly? InForceTo { get; private set; }
    public Guid? AmendmentId { get; private set; } = amendmentId;

    public void End(DateOnly on) => InForceTo = on;
}

/// <summary>What one line of the plan says from one version to another: only lines that an amendment touches are written anew.</summary>
internal sealed class VersionLine : Entity
{
    private VersionLine()
    {
    }

    public VersionLine(Activity activity, int fromVersion) =>
        (PlanId, ActivityId, FromVersion, SortKey, Content) = (activity.PlanId, activity.Id, fromVersion, activity.SortKey, PlanLine.Of(activity).ToJson());

    public Guid PlanId { get; private set; }
    public Guid ActivityId { get; private set; }
    public int FromVersion { get; private set; }

    /// <summary>The last version that says this; null: the present one does.</summary>
    public int? ToVersion { get; private set; }
    public string SortKey { get; private set; } = "";

    /// <summary>A <see cref="PlanLine"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    public PlanLine Line() => PlanLine.FromJson(Content);

    /// <summary>The line ends with that version; where the activity stood is kept, for evaluations of earlier quarters.</summary>
    public void End(int version, Activity activity) => (ToVersion, Content) = (version, Line().At(activity).ToJson());
}
