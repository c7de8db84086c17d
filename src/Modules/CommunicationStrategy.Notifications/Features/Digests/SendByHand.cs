// Somebody looks at what an institution would be written now, and sends it at once with a reason.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <summary>A digest as it would read today: with everything that is open, or the steps that its next digest reminds of. Nothing is written or sent.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record PreviewDigest(Guid InstitutionId, Audience Audience = Audience.FocalPoint, string? Reason = null) : IQuery<DigestPreview>;

/// <param name="Duties">How many it is about; 0: nothing is owed, and there would be no mail.</param>
public sealed record DigestPreview(string RecipientName, string RecipientEmail, string Language, int Duties, string Subject, string TextBody, string HtmlBody);

/// <summary>Writes to an institution at once about everything it owes, at whatever hour and whatever was sent before; once a day.</summary>
/// <param name="Reason">Stands at the head of the mail and in the ledger.</param>
[Requires(Permission.ManageNotifications)]
public sealed record SendByHand(Guid InstitutionId, string Reason) : ICommand;

internal sealed class SendByHandValidator : AbstractValidator<SendByHand>
{
    public SendByHandValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("notifications.reason-required").WithMessage("Say why.").MaximumLength(ReminderPause.ReasonLength);
}

internal sealed class ByHandHandler(Outlook outlook, DigestPlanner planner, DigestPreparer preparer, DigestSender sender, IMediator mediator, TimeProvider clock) : IQueryHandler<PreviewDigest, DigestPreview>, ICommandHandler<SendByHand>
{
    public async Task<Result<DigestPreview>> Handle(PreviewDigest query, CancellationToken cancellationToken)
    {
        var to = new Addressee(query.Audience == Audience.Office ? Audience.FocalPoint : query.Audience, query.InstitutionId);
        if ((await outlook.RecipientsAsync([to], cancellationToken)).GetValueOrDefault(to) is not { } recipient) return NoRecipient();
        var today = clock.Today();
        var duties = await DutiesAsync(query.InstitutionId, today, cancellationToken);
        var waiting = (await mediator.Send(new GetWaitingReports([query.InstitutionId]), cancellationToken)).Require();
        var name = (await outlook.InstitutionsAsync([query.InstitutionId], cancellationToken)).GetValueOrDefault(query.InstitutionId)?.Name.In(recipient.Language) ?? "";
        var words = await preparer.WordsAsync(to.Audience, recipient.Language, cancellationToken);
        var written = DigestWriter.Write(preparer.Content(to, recipient, duties, name, waiting, today, DigestWriter.HiddenLink, today.AddDays(AccessLink.Lifetime.Days), query.Reason) with { Words = words });
        return new DigestPreview(recipient.Name, recipient.Email, recipient.Language, duties.Count, written.Subject, written.Text, written.Html);
    }

    public async Task<Result> Handle(SendByHand command, CancellationToken cancellationToken)
    {
        var to = new Addressee(Audience.FocalPoint, command.InstitutionId);
        if ((await outlook.RecipientsAsync([to], cancellationToken)).GetValueOrDefault(to) is not { } recipient) return NoRecipient();
        var today = clock.Today();
        var duties = await DutiesAsync(command.InstitutionId, today, cancellationToken);
        if (duties.Count == 0) return Failure.Rule("notifications.nothing-owed", "The institution owes nothing at present: there is nothing to write about.");
        // A step of its own for the day, so that the ladder goes on as if nothing had been sent by hand.
        var digest = new PlannedDigest(to, today, [.. duties.Select(d => new DueStep(d, $"{Ladder.ByHand}{today:yyyyMMdd}", to))]);
        if (!await planner.ByHandAsync(digest, recipient, command.Reason.Trim(), cancellationToken)) return Failure.Rule("notifications.by-hand-once", "The institution has been written to by hand today already.");
        await sender.SendAsync(false, cancellationToken);
        return Result.Success;
    }

    private async Task<List<Obligation>> DutiesAsync(Guid institution, DateOnly today, CancellationToken cancellationToken)
    {
        var settings = await outlook.SettingsAsync(today, today, cancellationToken);
        return [.. (await outlook.ObligationsAsync(today, today.AddDays(settings.Near), [institution], cancellationToken)).DistinctBy(o => o.Key)];
    }

    private static Failure NoRecipient() => Failure.Rule("notifications.no-recipient", "The institution had no focal point to write to; the next reminder looks for one again.");
}
