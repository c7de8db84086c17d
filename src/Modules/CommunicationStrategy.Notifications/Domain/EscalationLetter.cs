// The letter that the head of the secretariat signs when an institution stays silent: what it is about, to whom, and when it went.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary><see cref="Draft"/>: drawn up, waits for the signature. <see cref="Sent"/>: signed, registered and on its way; it is not changed any more.</summary>
public enum LetterState { Draft, Sent }

internal sealed class EscalationLetter : Root
{
    public const int AddresseeLength = 500;
    public const int RegistryLength = 60;
    private readonly List<EscalationLetterItem> items = [];

    private EscalationLetter()
    {
    }

    /// <param name="duties">Each with the code of its plan.</param>
    public EscalationLetter(Guid institutionId, DateOnly day, string language, string addressee, DateOnly answerBy, string signatory, IEnumerable<(Obligation Duty, string PlanCode, int Reminders)> duties)
    {
        (InstitutionId, Day, Language, Addressee, AnswerBy, Signatory) = (institutionId, day, language, addressee, answerBy, signatory);
        items.AddRange(duties.Select(d => new EscalationLetterItem(Id, d.Duty, d.PlanCode, d.Reminders)));
    }

    public Guid InstitutionId { get; private set; }

    /// <summary>On which it was drawn up: the days late are counted up to it.</summary>
    public DateOnly Day { get; private set; }
    public string Language { get; private set; } = "ro";

    /// <summary>Name and office of the one it goes to, in as many lines as wanted.</summary>
    public string Addressee { get; private set; } = "";
    public DateOnly AnswerBy { get; private set; }

    /// <summary>The head of the secretariat on the day.</summary>
    public string Signatory { get; private set; } = "";
    public LetterState State { get; private set; }

    /// <summary>The number in the office's register of outgoing letters.</summary>
    public string? RegistryNumber { get; private set; }
    public DateOnly? SentOn { get; private set; }
    public IReadOnlyList<EscalationLetterItem> Items => items;

    public Result Send(string registryNumber, DateOnly on, DateOnly today)
    {
        if (State == LetterState.Sent) return Failure.Rule("notifications.letter-sent", "The letter has been sent already: it is not changed any more.");
        if (on < Day || on > today) return Failure.Invalid(nameof(SentOn), "notifications.letter-date", "A letter is sent on the day it is drawn up or later, and not in the future.");
        (State, RegistryNumber, SentOn) = (LetterState.Sent, registryNumber, on);
        return Result.Success;
    }

    /// <summary>Only a letter that was never sent goes away; its duties then wait for another.</summary>
    public Result MayBeDiscarded() => State == LetterState.Draft ? Result.Success : Failure.Rule("notifications.letter-sent", "The letter has been sent already: it is not changed any more.");
}

/// <summary>One duty in a letter, as it stood on the letter's day. It stands in one letter only.</summary>
internal sealed class EscalationLetterItem : Entity
{
    private EscalationLetterItem()
    {
    }

    internal EscalationLetterItem(Guid letterId, Obligation duty, string planCode, int reminders)
    {
        (LetterId, ObligationKey, InstitutionId, PlanCode, Reminders) = (letterId, duty.Key, duty.InstitutionId, planCode, reminders);
        (ActivityId, Number, Title, Due, Period) = (duty.ActivityId, duty.Number, duty.Title, duty.EffectiveDue, duty.Period);
    }

    public Guid LetterId { get; private set; }
    public string ObligationKey { get; private set; } = "";
    public Guid InstitutionId { get; private set; }
    public string PlanCode { get; private set; } = "";
    public Guid ActivityId { get; private set; }
    public string Number { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public DateOnly Due { get; private set; }
    public string? Period { get; private set; }

    /// <summary>How many mails about it had gone to the institution.</summary>
    public int Reminders { get; private set; }
}
