// The register of enquiries from the press: when each came, by when it is owed an answer, and what became of it.
namespace CommunicationStrategy.Media.Domain;

public enum EnquiryState { Open, Answered, Refused, Transferred, Withdrawn }

/// <summary>An enquiry of a newsroom. The outlet is named, the journalist is not: the register needs no person's data.</summary>
internal sealed class Enquiry : Root
{
    private Enquiry()
    {
    }

    public Enquiry(EnquiryFacts facts) => Set(facts);

    public string Outlet { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Language { get; private set; } = "ro";
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public Guid? ActivityId { get; private set; }
    public EnquiryState State { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The legal ground of a refusal, or the body it was handed to.</summary>
    public string? Ground { get; private set; }
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";

    public Result Describe(EnquiryFacts facts)
    {
        if (ClosedAt < facts.ReceivedAt) return Failure.Invalid("ReceivedAt", "media.closed-before", "It cannot have come after it was closed.");
        Set(facts);
        return Result.Success;
    }

    /// <summary>Ends it, or says otherwise how it ended; <see cref="EnquiryState.Open"/> takes the end back.</summary>
    public Result Settle(EnquiryState state, DateTimeOffset? at, string? ground)
    {
        if (state == EnquiryState.Open)
        {
            if (State == EnquiryState.Open) return Words.AlreadySo;
            (State, ClosedAt, Ground) = (EnquiryState.Open, null, null);
            return Result.Success;
        }

        if (at is null || at < ReceivedAt) return Failure.Invalid("At", "media.closed-before", "It cannot have been closed before it came.");
        if (state is EnquiryState.Refused or EnquiryState.Transferred && string.IsNullOrWhiteSpace(ground)) return Failure.Invalid("Ground", "media.ground-required", "A refusal needs its legal ground, a transfer the body it went to.");
        (State, ClosedAt, Ground) = (state, at, Words.Blank(ground));
        return Result.Success;
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Words.AlreadySo;
        Archived = archived;
        return Result.Success;
    }

    private void Set(EnquiryFacts facts)
    {
        (Outlet, Subject, Language, ReceivedAt, DueAt, ActivityId) = (facts.Outlet.Trim(), facts.Subject.Trim(), facts.Language, facts.ReceivedAt, facts.DueAt, facts.ActivityId);
        SearchText = BuildingBlocks.SearchText.Fold(Outlet, Subject);
    }
}

/// <param name="Language">Two letters of ISO 639-1.</param>
/// <param name="DueAt">The journalist's deadline or the legal one, whichever is earlier.</param>
public sealed record EnquiryFacts(string Outlet, string Subject, string Language, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, Guid? ActivityId = null);
