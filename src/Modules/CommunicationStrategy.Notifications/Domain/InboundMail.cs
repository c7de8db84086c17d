// A mail that came in as an answer to one of ours: what it is, and what became of it.
namespace CommunicationStrategy.Notifications.Domain;

/// <summary><see cref="Reply"/>: to the address of a digest. <see cref="Bounce"/>: a mail server says that ours did not arrive. <see cref="Automatic"/>: written by a program.</summary>
public enum InboundKind { Reply, Bounce, Automatic }

/// <summary><see cref="Waiting"/>: for a person. <see cref="Applied"/>: it became a report, or the bounce is on record. <see cref="Dismissed"/>: by hand. <see cref="Ignored"/>: nothing follows from it.</summary>
public enum InboundState { Waiting, Applied, Dismissed, Ignored }

/// <summary>Why a reply waits for a person instead of becoming a report by itself.</summary>
public static class InboundProblem
{
    /// <summary>The mail servers do not vouch for the sender.</summary>
    public const string NotAuthenticated = "not-authenticated";

    /// <summary>Not the address that was written to.</summary>
    public const string OtherSender = "other-sender";

    /// <summary>The digest was about several duties, and the reply does not say which.</summary>
    public const string WhichDuty = "which-duty";

    /// <summary>It says neither how far it is nor that it is done.</summary>
    public const string NoProgress = "no-progress";

    /// <summary>The report was refused: nothing moved and no obstacle is named, or the quarter is closed.</summary>
    public const string Refused = "refused";

    public static readonly IReadOnlyList<string> Codes = [NotAuthenticated, OtherSender, WhichDuty, NoProgress, Refused];
}

internal sealed class InboundMail : Root
{
    public const int TextLength = 4000;

    private InboundMail()
    {
    }

    public InboundMail(string messageId, InboundKind kind, string from, string subject, string text, DateTimeOffset receivedAt)
    {
        (MessageId, Kind, From, Subject, ReceivedAt) = (Cut(messageId, 300), kind, Cut(from, 320), Cut(subject, 300), receivedAt);
        Text = Cut(text, TextLength);
        State = kind == InboundKind.Automatic ? InboundState.Ignored : kind == InboundKind.Bounce ? InboundState.Applied : InboundState.Waiting;
    }

    /// <summary>The sender's; the same mail read twice is one.</summary>
    public string MessageId { get; private set; } = "";
    public InboundKind Kind { get; private set; }
    public InboundState State { get; private set; }
    public string From { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>What the person wrote, without what they quoted and their signature.</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public Guid? MailId { get; private set; }
    public Guid? InstitutionId { get; private set; }

    /// <summary>A code of <see cref="InboundProblem"/>.</summary>
    public string? Problem { get; private set; }
    public Guid? ReportId { get; private set; }

    public void Answers(OutgoingMail mail) => (MailId, InstitutionId) = (mail.Id, mail.InstitutionId);

    public void Wait(string problem) => (State, Problem) = (InboundState.Waiting, problem);

    public void Apply(Guid report) => (State, ReportId) = (InboundState.Applied, report);

    public Result Dismiss()
    {
        if (State != InboundState.Waiting) return NotWaiting();
        State = InboundState.Dismissed;
        return Result.Success;
    }

    public Result MustWait() => State == InboundState.Waiting ? Result.Success : NotWaiting();

    private static Failure NotWaiting() => Failure.Rule("notifications.reply-settled", "This reply has been settled already.");

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}

/// <summary>A file that came with a reply, kept until a person has decided about it.</summary>
internal sealed class InboundFile(Guid inboundMailId, string name, byte[] content) : Entity
{
    public const int NameLength = 200;

    public Guid InboundMailId { get; private set; } = inboundMailId;
    public string Name { get; private set; } = name.Length > NameLength ? name[..NameLength] : name;
    public byte[] Content { get; private set; } = content;
}
