// One mail and what became of it. Together with its items it is the ledger: the unique keys make that nothing goes out twice.
namespace CommunicationStrategy.Notifications.Domain;

internal sealed class OutgoingMail : LedgerEntry
{
    public const string Digest = "digest";
    public const string ByHand = "by-hand";

    /// <summary>Sent by a person to themselves, to see how it looks and that it arrives.</summary>
    public const string Test = "test";

    /// <summary>To the head of the secretariat: an evaluation stands as a draft.</summary>
    public const string Drafted = "evaluation-drafted";

    /// <summary>To the plan's distribution list: an evaluation was approved.</summary>
    public const string Approved = "evaluation-approved";

    private OutgoingMail()
    {
    }

    /// <summary>To whom, whoever that is on the day; see <see cref="Addressee"/>. With the kind and the day it is there once.</summary>
    public string RecipientKey { get; private set; } = "";

    /// <summary>Null: to a person of the office.</summary>
    public Guid? InstitutionId { get; private set; }
    public string Kind { get; private set; } = Digest;
    public DateOnly Day { get; private set; }

    /// <summary>The revision of the evaluation that it is about: of each kind one mail to an address, ever. Null: it is about no evaluation.</summary>
    public Guid? EvaluationId { get; private set; }

    /// <summary>The office's look at the week.</summary>
    public bool Weekly { get; private set; }

    /// <summary>Why somebody sent it by hand.</summary>
    public string? Reason { get; private set; }

    /// <summary>The contact, or the person of the office.</summary>
    public Guid? ContactId { get; private set; }
    public string RecipientName { get; private set; } = "";
    public string RecipientEmail { get; private set; } = "";
    public string Language { get; private set; } = "ro";

    /// <summary>Subject and bodies are written when the mail is sent, from what is owed at that moment; links are not kept in them.</summary>
    public string Subject { get; private set; } = "";
    public string TextBody { get; private set; } = "";
    public string HtmlBody { get; private set; } = "";
    public string MessageId { get; private set; } = "";
    public int ItemCount { get; private set; }

    public static OutgoingMail PlanDigest(PlannedDigest digest, MailRecipient? recipient, string host, DateTimeOffset now, string? reason = null)
    {
        var mail = new OutgoingMail
        {
            RecipientKey = digest.To.Key, InstitutionId = digest.To.InstitutionId, Day = digest.Day, Weekly = digest.Weekly, ItemCount = digest.Steps.Count,
            Kind = reason is null ? Digest : ByHand, Reason = reason,
        };
        mail.Wait(now);
        mail.MessageId = $"{mail.Id:N}@{host}";
        if (recipient is null) (mail.State, mail.LastError) = (DeliveryState.Failed, MailProblem.NoRecipient);
        else (mail.ContactId, mail.RecipientName, mail.RecipientEmail, mail.Language) = (recipient.ContactId, recipient.Name, recipient.Email, recipient.Language);
        return mail;
    }

    /// <summary>A trial of the words: written already, and to a person of the office, each trial for itself.</summary>
    public static OutgoingMail Trial(MailRecipient recipient, string subject, string text, string html, string host, DateOnly day, DateTimeOffset now)
    {
        var mail = new OutgoingMail
        {
            Kind = Test, Day = day, ContactId = recipient.ContactId, RecipientName = recipient.Name, RecipientEmail = recipient.Email, Language = recipient.Language,
            Subject = subject, TextBody = text, HtmlBody = html,
        };
        mail.RecipientKey = new Addressee(Audience.Office, mail.Id).Key;
        mail.MessageId = $"{mail.Id:N}@{host}";
        mail.Wait(now);
        return mail;
    }

    /// <summary>About an evaluation; its words are written when it is sent, from how the evaluation stands then.</summary>
    public static OutgoingMail AboutEvaluation(string kind, Guid evaluationId, MailRecipient recipient, string host, DateOnly day, DateTimeOffset now)
    {
        var mail = new OutgoingMail
        {
            Kind = kind, EvaluationId = evaluationId, Day = day, ContactId = recipient.ContactId, RecipientName = recipient.Name, RecipientEmail = recipient.Email, Language = recipient.Language,
        };
        mail.RecipientKey = new Addressee(Audience.Office, mail.Id).Key;
        mail.MessageId = $"{mail.Id:N}@{host}";
        mail.Wait(now);
        return mail;
    }

    /// <summary>An operator sends again what failed, or what may not have arrived: under the same Message-ID, so that a double can be told.</summary>
    public Result SendAgain(DateTimeOffset now)
    {
        if (State is not (DeliveryState.Failed or DeliveryState.Unknown or DeliveryState.Bounced)) return Failure.Rule("notifications.mail-not-failed", "Only a mail that failed, or whose fate is unknown, can be sent again.");
        if (RecipientEmail.Length == 0) return Failure.Rule("notifications.no-recipient", "The institution had no focal point to write to; the next reminder looks for one again.");
        Wait(now);
        return Result.Success;
    }

    /// <summary>A mail server further on sends it back for good.</summary>
    public void Bounce(string error) => (State, LastError) = (DeliveryState.Bounced, error);

    public Result Cancel()
    {
        if (State != DeliveryState.Planned) return Failure.Rule("notifications.mail-not-waiting", "Only a mail that waits to be sent can be cancelled.");
        (State, LastError) = (DeliveryState.Cancelled, MailProblem.ByHand);
        return Result.Success;
    }
}

/// <param name="TimeZone">Null: the office's.</param>
internal sealed record MailRecipient(Guid ContactId, string Name, string Email, string Language, string? TimeZone = null);

/// <summary>Why a mail did not go out, where it was not the mail server's word.</summary>
public static class MailProblem
{
    public const string NoRecipient = "no-recipient";
    public const string NothingOwed = "nothing-owed";
    public const string ByHand = "by-hand";
    public const string Interrupted = "interrupted";

    public static readonly IReadOnlyList<string> Codes = [NoRecipient, NothingOwed, ByHand, Interrupted];
}

/// <summary>"This recipient has been reminded of this step of this duty": the unique key of the ledger.</summary>
internal sealed class ReminderItem : Entity
{
    /// <summary>How the keys of figures begin: what stands in the place of the activity is an indicator.</summary>
    public const string FigureKey = "figure:";

    private ReminderItem()
    {
    }

    public ReminderItem(Guid mailId, DueStep step)
    {
        var duty = step.Obligation;
        (MailId, ObligationKey, Stage, RecipientKey, InstitutionId) = (mailId, duty.Key, step.Stage, step.To.Key, duty.InstitutionId);
        (ActivityId, Number, Title, Due, Period) = (duty.ActivityId, duty.Number, duty.Title, duty.EffectiveDue, duty.Period);
    }

    public Guid MailId { get; private set; }
    public string ObligationKey { get; private set; } = "";
    public string Stage { get; private set; } = "";
    public string RecipientKey { get; private set; } = "";

    /// <summary>Whose duty it is.</summary>
    public Guid InstitutionId { get; private set; }
    public Guid ActivityId { get; private set; }
    public string Number { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public DateOnly Due { get; private set; }
    public string? Period { get; private set; }

    /// <summary>The duty was met, moved or called off before the mail went out: it is not in it.</summary>
    public bool Omitted { get; private set; }
}
