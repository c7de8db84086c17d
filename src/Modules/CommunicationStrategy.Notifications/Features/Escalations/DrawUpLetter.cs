// A letter to an institution that stays silent is drawn up, taken along as a Word file, and put on record once it was signed and sent.
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Escalations;

/// <summary>What a letter to an institution would be about today, and to whom it would go.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record GetLetterDue(Guid InstitutionId) : IQuery<LetterDue>;

/// <param name="Addressee">The institution's head, where the register has one, else the institution.</param>
/// <param name="AnswerBy">Ten working days from today.</param>
public sealed record LetterDue(Guid InstitutionId, InstitutionInfo? Institution, IReadOnlyList<LetterItemRow> Duties, string Addressee, DateOnly AnswerBy, string Signatory);

/// <param name="Reminders">How many mails about it went to the institution.</param>
public sealed record LetterItemRow(Guid ActivityId, string PlanCode, string Number, LocalizedText Title, string? Period, DateOnly Due, int DaysLate, int Reminders);

/// <summary>Draws up the letter about everything that is so late and in no letter yet; answers its id.</summary>
/// <param name="Language">"ro", "ru" or "en".</param>
/// <param name="AnswerBy">After today.</param>
[Requires(Permission.ManageNotifications)]
public sealed record DrawUpLetter(Guid InstitutionId, string Language, string Addressee, DateOnly AnswerBy) : ICommand<Guid>;

[Requires(Permission.ViewNotifications)]
public sealed record GetLetter(Guid Id) : IQuery<LetterDetail>;

public sealed record LetterDetail(
    Guid Id, Guid InstitutionId, InstitutionInfo? Institution, DateOnly Day, string Language, string Addressee, DateOnly AnswerBy, string Signatory, LetterState State, string? RegistryNumber, DateOnly? SentOn,
    IReadOnlyList<LetterItemRow> Duties, int Version);

/// <summary>The letter as a Word document, to be signed: the same whenever it is asked for.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record GetLetterFile(Guid Id) : IQuery<byte[]>;

/// <summary>The letter was signed, registered and sent. From then on it is not changed.</summary>
/// <param name="SentOn">Not before the day of the letter, not after today.</param>
[Requires(Permission.ManageNotifications)]
public sealed record RecordLetterSent(Guid Id, string RegistryNumber, DateOnly SentOn, int Version) : ICommand;

/// <summary>Takes back a letter that was not sent; its duties wait for another.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record DiscardLetter(Guid Id, int Version) : ICommand;

internal sealed class DrawUpLetterValidator : AbstractValidator<DrawUpLetter>
{
    public DrawUpLetterValidator(TimeProvider clock)
    {
        RuleFor(c => c.Language).Must(l => l is "ro" or "ru" or "en").WithErrorCode("notifications.language-unknown").WithMessage("A letter is written in Romanian, Russian or English.");
        RuleFor(c => c.Addressee).NotEmpty().MaximumLength(EscalationLetter.AddresseeLength);
        RuleFor(c => c.AnswerBy).GreaterThan(_ => clock.Today()).WithErrorCode("notifications.date-passed").WithMessage("The last day has passed already.");
    }
}

internal sealed class RecordLetterSentValidator : AbstractValidator<RecordLetterSent>
{
    public RecordLetterSentValidator() => RuleFor(c => c.RegistryNumber).NotEmpty().MaximumLength(EscalationLetter.RegistryLength);
}

internal sealed class LettersHandler(NotificationsDbContext db, Escalation escalation, Outlook outlook, IMediator mediator, IPublicAddress address, TimeProvider clock)
    : IQueryHandler<GetLetterDue, LetterDue>, ICommandHandler<DrawUpLetter, Guid>, IQueryHandler<GetLetter, LetterDetail>, IQueryHandler<GetLetterFile, byte[]>, ICommandHandler<RecordLetterSent>, ICommandHandler<DiscardLetter>
{
    private const int DaysToAnswer = 10;

    public async Task<Result<LetterDue>> Handle(GetLetterDue query, CancellationToken cancellationToken)
    {
        if ((await outlook.InstitutionsAsync([query.InstitutionId], cancellationToken)).GetValueOrDefault(query.InstitutionId) is not { } institution) return Failure.NotFound("Institution", query.InstitutionId);
        var today = clock.Today();
        var duties = await DueAsync(query.InstitutionId, cancellationToken);
        var head = (await mediator.Send(new GetRecipients([query.InstitutionId]), cancellationToken)).Require().FirstOrDefault(r => r.Role == ContactRole.Head);
        var days = (await mediator.Send(new GetWorkingDays(today, today.AddDays(LadderRules.FurthestDays)), cancellationToken)).Require();
        return new LetterDue(
            query.InstitutionId, institution,
            duties.ConvertAll(d => new LetterItemRow(d.Duty.ActivityId, d.PlanCode, d.Duty.Number, d.Duty.Title, d.Duty.Period, d.Duty.EffectiveDue, today.DayNumber - d.Duty.EffectiveDue.DayNumber, d.Reminders)),
            head is null ? institution.Name.In("ro") : $"{head.Name}\n{institution.Name.In("ro")}", new WorkCalendar(days).Add(today, DaysToAnswer), await SignatoryAsync(cancellationToken));
    }

    public async Task<Result<Guid>> Handle(DrawUpLetter command, CancellationToken cancellationToken)
    {
        var duties = await DueAsync(command.InstitutionId, cancellationToken);
        if (duties.Count == 0) return Failure.Rule("notifications.no-letter-due", "Nothing of this institution is late enough for a letter, or all of it stands in one already.");
        var letter = new EscalationLetter(command.InstitutionId, clock.Today(), command.Language, command.Addressee.Trim(), command.AnswerBy, await SignatoryAsync(cancellationToken), duties);
        db.Letters.Add(letter);
        await db.SaveChangesAsync(cancellationToken);
        return letter.Id;
    }

    public async Task<Result<LetterDetail>> Handle(GetLetter query, CancellationToken cancellationToken)
    {
        if (await FindAsync(query.Id, cancellationToken) is not { } letter) return Failure.NotFound("Letter", query.Id);
        var institution = (await outlook.InstitutionsAsync([letter.InstitutionId], cancellationToken)).GetValueOrDefault(letter.InstitutionId);
        return new LetterDetail(
            letter.Id, letter.InstitutionId, institution, letter.Day, letter.Language, letter.Addressee, letter.AnswerBy, letter.Signatory, letter.State, letter.RegistryNumber, letter.SentOn, Rows(letter), letter.Version);
    }

    public async Task<Result<byte[]>> Handle(GetLetterFile query, CancellationToken cancellationToken)
    {
        if (await FindAsync(query.Id, cancellationToken) is not { } letter) return Failure.NotFound("Letter", query.Id);
        var institution = (await outlook.InstitutionsAsync([letter.InstitutionId], cancellationToken)).GetValueOrDefault(letter.InstitutionId);
        var words = new DigestTexts(letter.Language);
        var table = new ReportTable(
            "duties", words["letter.table"],
            [new("number", words["letter.number"], Width: 1.1), new("title", words["letter.activity"], Width: 4.2), new("due", words["letter.due"], CellKind.Date, Width: 1.3), new("late", words["letter.late"], CellKind.Integer, Width: 1.3), new("reminders", words["letter.reminders"], CellKind.Integer, Width: 1.5)],
            [.. Rows(letter).Select(IReadOnlyList<ReportCell> (r) => [$"{r.PlanCode} {r.Number}", r.Period is null ? r.Title.In(letter.Language) : words["digest.report-item", r.Title.In(letter.Language), words.Period(r.Period)], r.Due, r.DaysLate, r.Reminders])]);
        using var file = new MemoryStream();
        DocxLetter.Write(
            new OfficialLetter(
                letter.Language, address.OfficeName, letter.RegistryNumber is null ? words["letter.reference.open"] : words["letter.reference", letter.RegistryNumber, words.Date(letter.SentOn!.Value)],
                letter.Addressee.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), words["letter.subject"], letter.Day,
                [words["letter.begin", institution?.Name.In(letter.Language)], words["letter.reminded"]], table, [words["letter.ask", words.Date(letter.AnswerBy)], words["letter.committee"]],
                words["letter.closing"], letter.Signatory, words["letter.signatory"]),
            file);
        return file.ToArray();
    }

    public async Task<Result> Handle(RecordLetterSent command, CancellationToken cancellationToken)
    {
        if (await db.Letters.SingleOrDefaultAsync(l => l.Id == command.Id, cancellationToken) is not { } letter) return Failure.NotFound("Letter", command.Id);
        db.Expect(letter, command.Version);
        var sent = letter.Send(command.RegistryNumber.Trim(), command.SentOn, clock.Today());
        if (!sent.IsSuccess) return sent;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(DiscardLetter command, CancellationToken cancellationToken)
    {
        if (await db.Letters.Include(l => l.Items).SingleOrDefaultAsync(l => l.Id == command.Id, cancellationToken) is not { } letter) return Failure.NotFound("Letter", command.Id);
        var may = letter.MayBeDiscarded();
        if (!may.IsSuccess) return may;
        db.Entry(letter).Property(l => l.Version).OriginalValue = command.Version;
        db.Letters.Remove(letter);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private Task<EscalationLetter?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Letters.AsNoTracking().Include(l => l.Items).AsSingleQuery().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);

    private static IReadOnlyList<LetterItemRow> Rows(EscalationLetter letter) =>
        [.. letter.Items.OrderBy(i => i.Due).ThenBy(i => i.Id).Select(i => new LetterItemRow(i.ActivityId, i.PlanCode, i.Number, i.Title, i.Period, i.Due, letter.Day.DayNumber - i.Due.DayNumber, i.Reminders))];

    private async Task<List<(Obligation Duty, string PlanCode, int Reminders)>> DueAsync(Guid institution, CancellationToken cancellationToken)
    {
        var late = await escalation.WithoutLetterAsync(await escalation.LateAsync(r => r.LetterAfter, institution, cancellationToken), cancellationToken);
        var reminders = await escalation.RemindersAsync(late, cancellationToken);
        var plans = (await mediator.Send(new GetPlans(), cancellationToken)).Require().ToDictionary(p => p.Id, p => p.Code);
        return [.. late.Select(o => (o, plans.GetValueOrDefault(o.PlanId) ?? "", reminders.GetValueOrDefault((o.Key, o.InstitutionId))))];
    }

    private async Task<string> SignatoryAsync(CancellationToken cancellationToken) => (await mediator.Send(new GetOffice(), cancellationToken)).Require().FirstOrDefault(p => p.IsHead)?.Name ?? "";
}
