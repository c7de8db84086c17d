// One quarter or year of one plan, evaluated: a draft that may be computed again, then frozen by another person's approval.
using CommunicationStrategy.Contracts.Monitoring;

namespace CommunicationStrategy.Monitoring.Domain;

public enum EvaluationState { Draft, Approved }

internal sealed class Evaluation : Root
{
    public const int PeriodLength = 7;

    /// <summary>A period of this length is a quarter; one of four is a year.</summary>
    public const int QuarterLength = 7;
    public const int CodeLength = 60;
    public const int ReasonLength = 2000;
    public const int HashLength = 64;

    private Evaluation()
    {
    }

    public Guid PlanId { get; private set; }
    public string PlanCode { get; private set; } = "";
    public LocalizedText PlanTitle { get; private set; } = LocalizedText.Empty;

    /// <summary>The quarter, "2026-Q4", or the year, "2026".</summary>
    public string Period { get; private set; } = "";

    /// <summary>1, and one more each time an approved evaluation is opened again.</summary>
    public int Revision { get; private set; }

    /// <summary>Why the revision before was opened again.</summary>
    public string? Reason { get; private set; }
    public EvaluationState State { get; private set; }
    public DateOnly CutOff { get; private set; }

    /// <summary>The canonical text of what was found; see <see cref="CanonicalSnapshot"/>.</summary>
    public string Snapshot { get; private set; } = "";
    public string ContentHash { get; private set; } = "";

    // For lists, so that they need not read the snapshots.
    public int Due { get; private set; }
    public int Implemented { get; private set; }
    public int Overdue { get; private set; }
    public int ReportsDue { get; private set; }
    public int ReportsReceived { get; private set; }

    /// <summary>Of 0..1; null where no indicator could be computed.</summary>
    public decimal? Achievement { get; private set; }

    public DateTimeOffset ComputedAt { get; private set; }
    public string ComputedBy { get; private set; } = "";

    /// <summary>Null when the system computed it.</summary>
    public Guid? ComputedById { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>See <see cref="Domain.AuditSeal"/>.</summary>
    public string? AuditSeal { get; private set; }

    public static Evaluation Begin(Guid planId, EvaluationSnapshot snapshot, Caller by, DateTimeOffset at)
    {
        var evaluation = new Evaluation { PlanId = planId, Period = snapshot.Period, Revision = 1 };
        evaluation.Take(snapshot, by, at);
        return evaluation;
    }

    /// <summary>Replaces a draft's figures by newer ones.</summary>
    public Result ComputeAgain(EvaluationSnapshot snapshot, Caller by, DateTimeOffset at)
    {
        if (State == EvaluationState.Approved) return Frozen();
        Take(snapshot, by, at);
        return Result.Success;
    }

    /// <summary>Freezes it. Who computed the figures does not approve them, and what is approved is what holds now.</summary>
    /// <param name="now">The same evaluation, made at this moment.</param>
    public Result Approve(EvaluationSnapshot now, Caller by, DateTimeOffset at, string auditSeal)
    {
        if (State == EvaluationState.Approved) return Frozen();
        if (by.Kind != CallerKind.Person || by.Id is null) return Failure.Forbidden("An evaluation is approved by a person.");
        if (by.Id == ComputedById) return Failure.Rule("monitoring.four-eyes", "Whoever computed an evaluation cannot approve it: another person has to look at it.");
        if (CanonicalSnapshot.Hash(CanonicalSnapshot.Write(now)) != ContentHash) return Failure.Rule("monitoring.draft-stale", "Something has changed since the draft was computed: verdicts, figures, recommendations or the plan. Compute it again and look at it.");
        (State, ApprovedAt, ApprovedBy, AuditSeal) = (EvaluationState.Approved, at, by.Name, auditSeal);
        return Result.Success;
    }

    /// <summary>A new revision beside this one, which stays as it was approved.</summary>
    public Result<Evaluation> Reopen(EvaluationSnapshot snapshot, string reason, Caller by, DateTimeOffset at)
    {
        if (State != EvaluationState.Approved) return Failure.Rule("monitoring.not-approved", "Only an approved evaluation can be opened again.");
        var next = new Evaluation { PlanId = PlanId, Period = Period, Revision = Revision + 1, Reason = reason.Trim() };
        next.Take(snapshot, by, at);
        return next;
    }

    /// <summary>What the other modules are told of a revision that is new.</summary>
    public EvaluationDrafted Drafted() => new(Id, PlanId, Period, Revision, ComputedById);

    public Failure Frozen() => Failure.Rule("monitoring.frozen", $"The evaluation of {Period} is approved and does not change any more; open a new revision.", Period);

    private void Take(EvaluationSnapshot snapshot, Caller by, DateTimeOffset at)
    {
        (PlanCode, PlanTitle, CutOff) = (snapshot.Plan.Code, snapshot.Plan.Title, snapshot.CutOff);
        Snapshot = CanonicalSnapshot.Write(snapshot);
        ContentHash = CanonicalSnapshot.Hash(Snapshot);
        (Due, Implemented, Overdue) = (snapshot.Totals.Due, snapshot.Totals.Implemented, snapshot.Overdue);
        (ReportsDue, ReportsReceived, Achievement) = (snapshot.Reports.Due, snapshot.Reports.Received, snapshot.Achievement);
        (ComputedAt, ComputedBy, ComputedById) = (at, by.Name, by.Kind == CallerKind.System ? null : by.Id);
    }
}
