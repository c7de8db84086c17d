// A change of a plan in force, by an act: proposals line by line, approved by another person, in force from a day.
namespace CommunicationStrategy.ActionPlan.Domain;

public enum AmendmentState { Draft, Submitted, Approved, InForce, Withdrawn }

/// <summary>Superseded: others take its place; Cancelled: it is given up.</summary>
public enum AmendmentKind { Add, Change, Cancel, Supersede }

internal sealed class Amendment : Root
{
    private readonly List<AmendedLine> lines = [];

    private Amendment()
    {
    }

    public Amendment(Guid planId, string act, string reason, DateOnly inForceFrom) =>
        (PlanId, Act, Reason, InForceFrom) = (planId, act.Trim(), reason.Trim(), inForceFrom);

    public Guid PlanId { get; private set; }

    /// <summary>The act, as it is cited: "HG nr. 1194/2024".</summary>
    public string Act { get; private set; } = "";
    public string Reason { get; private set; } = "";

    /// <summary>The first day on which the amended plan binds.</summary>
    public DateOnly InForceFrom { get; private set; }
    public AmendmentState State { get; private set; }
    public Guid? SubmittedBy { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>Why the head sent it back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The version of the plan that it made.</summary>
    public int? VersionNumber { get; private set; }
    public IReadOnlyList<AmendedLine> Lines => lines;

    public bool IsOpen => State is AmendmentState.Draft or AmendmentState.Submitted or AmendmentState.Approved;

    public Result Edit(string act, string reason, DateOnly inForceFrom)
    {
        if (State != AmendmentState.Draft) return NotDraft();
        (Act, Reason, InForceFrom) = (act.Trim(), reason.Trim(), inForceFrom);
        return Result.Success;
    }

    /// <summary>Proposes something for one line; a later proposal for the same activity, or the same new number, replaces the earlier one.</summary>
    /// <param name="replaces">The proposal of an addition that this one is the new text of.</param>
    public Result<AmendedLine> Propose(AmendmentKind kind, Guid? activityId, PlanLine? line, string? note, Guid? replaces = null)
    {
        if (State != AmendmentState.Draft) return NotDraft();
        lines.RemoveAll(l => activityId is not null ? l.ActivityId == activityId : l.Kind == AmendmentKind.Add && (l.Id == replaces || l.Number == line!.Number));
        var proposal = new AmendedLine(Id, kind, activityId, line, note);
        lines.Add(proposal);
        return proposal;
    }

    public Result Drop(Guid lineId)
    {
        if (State != AmendmentState.Draft) return NotDraft();
        return lines.RemoveAll(l => l.Id == lineId) > 0 ? Result.Success : Failure.NotFound(nameof(AmendedLine), lineId);
    }

    public Result Submit(Guid? by)
    {
        if (State != AmendmentState.Draft) return NotDraft();
        if (lines.Count == 0) return Failure.Rule("action-plan.amendment-empty", "The amendment changes nothing yet.");
        (State, SubmittedBy, ReturnReason) = (AmendmentState.Submitted, by, null);
        return Result.Success;
    }

    /// <summary>Whoever handed it in does not approve it.</summary>
    public Result Approve(Guid? by, string name)
    {
        if (State != AmendmentState.Submitted) return WrongState();
        if (by is not null && by == SubmittedBy) return Failure.Rule("action-plan.four-eyes", "Who handed it in does not approve it: another person has to.");
        (State, ApprovedBy) = (AmendmentState.Approved, name);
        return Result.Success;
    }

    public Result Return(string reason)
    {
        if (State != AmendmentState.Submitted) return WrongState();
        if (string.IsNullOrWhiteSpace(reason)) return Failure.Invalid("Reason", "action-plan.reason-required", "Say why.");
        (State, ReturnReason) = (AmendmentState.Draft, reason.Trim());
        return Result.Success;
    }

    public Result Withdraw()
    {
        if (!IsOpen) return WrongState();
        State = AmendmentState.Withdrawn;
        return Result.Success;
    }

    public Result PutInForce(DateOnly today, int version)
    {
        if (State != AmendmentState.Approved) return WrongState();
        if (InForceFrom > today) return Failure.Rule("action-plan.amendment-not-yet", $"It comes into force on {InForceFrom:yyyy-MM-dd}.", InForceFrom.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
        (State, VersionNumber) = (AmendmentState.InForce, version);
        return Result.Success;
    }

    private Failure NotDraft() => Failure.Rule("action-plan.amendment-not-draft", "The amendment has been handed in: it is not changed while it waits.", State.ToString());

    private Failure WrongState() => Failure.Rule("action-plan.amendment-state", $"This step is not possible while the amendment is {State}.", State.ToString());
}

/// <summary>What an amendment proposes for one line.</summary>
internal sealed class AmendedLine : Entity
{
    private AmendedLine()
    {
    }

    internal AmendedLine(Guid amendmentId, AmendmentKind kind, Guid? activityId, PlanLine? line, string? note) =>
        (AmendmentId, Kind, ActivityId, Number, Content, Note) = (amendmentId, kind, activityId, line?.Number ?? "", line?.ToJson(), note);

    public Guid AmendmentId { get; private set; }
    public AmendmentKind Kind { get; private set; }

    /// <summary>Null for an addition, until it is in force.</summary>
    public Guid? ActivityId { get; private set; }
    public string Number { get; private set; } = "";

    /// <summary>The new text as a <see cref="PlanLine"/> in JSON; null where the activity is given up.</summary>
    public string? Content { get; private set; }
    public string? Note { get; private set; }

    /// <summary>What the line said when the amendment came into force, for its record.</summary>
    public string? Before { get; private set; }

    public PlanLine? Line() => Content is null ? null : PlanLine.FromJson(Content);

    internal void Applied(Activity activity, PlanLine? before) => (ActivityId, Before) = (activity.Id, before?.ToJson());
}
