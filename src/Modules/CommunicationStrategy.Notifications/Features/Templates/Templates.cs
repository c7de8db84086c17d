// The words of mails as the office wants them: read, changed, looked at, sent to oneself, and set back to the standard.
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Templates;

/// <summary>Every kind of mail in every language, and whether the office has words of its own for it.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record ListTemplates : IQuery<IReadOnlyList<TemplateRow>>;

/// <param name="Broken">A part of it cannot be used: the standard's words go out instead.</param>
public sealed record TemplateRow(TemplateKind Kind, string Language, bool Own, bool Broken);

[Requires(Permission.ViewNotifications)]
public sealed record GetTemplate(TemplateKind Kind, string Language) : IQuery<TemplateDetail>;

/// <param name="Words">The office's own; of what is null the standard holds.</param>
/// <param name="Standard">With its variables as they are written.</param>
/// <param name="Version">0: there is none, the standard holds.</param>
public sealed record TemplateDetail(TemplateKind Kind, string Language, TemplateWords Words, TemplateWords Standard, IReadOnlyList<string> Variables, int Version);

/// <summary>Writes the office's own words. What is empty follows the standard. <paramref name="Version"/>: 0 where there were none.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SetTemplate(TemplateKind Kind, string Language, TemplateWords Words, int Version) : ICommand;

/// <summary>Back to the standard's words.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record ResetTemplate(TemplateKind Kind, string Language, int Version) : ICommand;

/// <summary>A mail in these words, about made-up duties. Nothing is stored or sent.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record PreviewTemplate(TemplateKind Kind, string Language, TemplateWords Words) : IQuery<TemplatePreview>;

public sealed record TemplatePreview(string Subject, string TextBody, string HtmlBody);

/// <summary>Sends the stored words, about made-up duties, to the one who asks; it stands in the ledger like any mail. Answers the mail's id.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SendTestMail(TemplateKind Kind, string Language) : ICommand<Guid>;

internal sealed class SetTemplateValidator : AbstractValidator<SetTemplate>
{
    public SetTemplateValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Language).Must(TemplatesHandler.Languages.Contains).WithErrorCode("notifications.language-unknown").WithMessage("A letter is written in Romanian, Russian or English.");
        Part(c => c.Words.Subject, "Subject", MailTemplate.LineLength);
        Part(c => c.Words.Greeting, "Greeting", MailTemplate.LineLength);
        Part(c => c.Words.Intro, "Intro", MailTemplate.TextLength);
        Part(c => c.Words.Closing, "Closing", MailTemplate.TextLength);
    }

    private void Part(System.Linq.Expressions.Expression<Func<SetTemplate, string?>> part, string name, int length) =>
        RuleFor(part).MaximumLength(length).Must((c, text) => MailTemplate.Trouble(c.Kind, text) is null).OverridePropertyName(name)
            .WithErrorCode("notifications.template-variable").WithMessage("Something between braces is no variable of this mail, or a brace is left open.");
}

internal sealed class TemplatesHandler(NotificationsDbContext db, DigestSender sender, IMediator mediator, IPublicAddress address, CallerScope caller, TimeProvider clock)
    : IQueryHandler<ListTemplates, IReadOnlyList<TemplateRow>>, IQueryHandler<GetTemplate, TemplateDetail>, ICommandHandler<SetTemplate>, ICommandHandler<ResetTemplate>,
        IQueryHandler<PreviewTemplate, TemplatePreview>, ICommandHandler<SendTestMail, Guid>
{
    public static readonly IReadOnlyList<string> Languages = ["ro", "ru", "en"];

    public async Task<Result<IReadOnlyList<TemplateRow>>> Handle(ListTemplates query, CancellationToken cancellationToken)
    {
        var own = (await db.Templates.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(t => (t.Kind, t.Language));
        return Enum.GetValues<TemplateKind>().SelectMany(_ => Languages, (kind, language) => (kind, language))
            .Select(k => new TemplateRow(k.kind, k.language, own.ContainsKey(k), own.TryGetValue(k, out var template) && Broken(template))).ToList();
    }

    public async Task<Result<TemplateDetail>> Handle(GetTemplate query, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(query.Kind) || !Languages.Contains(query.Language)) return Failure.NotFound("Template", query.Language);
        var own = await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == query.Kind && t.Language == query.Language, cancellationToken);
        return new TemplateDetail(query.Kind, query.Language, own?.Words ?? new TemplateWords(null, null, null, null), DigestWriter.Standard(query.Kind, query.Language), MailTemplate.Variables(query.Kind), own?.Version ?? 0);
    }

    public async Task<Result> Handle(SetTemplate command, CancellationToken cancellationToken)
    {
        if (await db.Templates.SingleOrDefaultAsync(t => t.Kind == command.Kind && t.Language == command.Language, cancellationToken) is { } template) db.Expect(template, command.Version);
        else db.Templates.Add(template = new MailTemplate(command.Kind, command.Language));
        template.Write(new TemplateWords(Tidy(command.Words.Subject), Tidy(command.Words.Greeting), Tidy(command.Words.Intro), Tidy(command.Words.Closing)));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(ResetTemplate command, CancellationToken cancellationToken)
    {
        if (await db.Templates.SingleOrDefaultAsync(t => t.Kind == command.Kind && t.Language == command.Language, cancellationToken) is not { } template) return Failure.NotFound("Template", command.Language);
        db.Entry(template).Property(t => t.Version).OriginalValue = command.Version;
        db.Templates.Remove(template);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public Task<Result<TemplatePreview>> Handle(PreviewTemplate query, CancellationToken cancellationToken)
    {
        var written = Sample(query.Kind, query.Language, "Ana Rusu", query.Words);
        return Task.FromResult<Result<TemplatePreview>>(new TemplatePreview(written.Subject, written.Text, written.Html));
    }

    public async Task<Result<Guid>> Handle(SendTestMail command, CancellationToken cancellationToken)
    {
        var me = (await mediator.Send(new GetOffice(), cancellationToken)).Require().FirstOrDefault(p => p.Id == caller.Current.Id);
        if (me is null) return Failure.Rule("notifications.no-own-address", "Test mails go to officers and the head of the secretariat; you are neither.");
        var words = (await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == command.Kind && t.Language == command.Language, cancellationToken))?.Words;
        var sample = Sample(command.Kind, command.Language, me.Name, words);
        var mail = OutgoingMail.Trial(new MailRecipient(me.Id, me.Name, me.Email, command.Language), sample.Subject, sample.Text, sample.Html, address.Host(), clock.Today(), clock.GetUtcNow());
        db.Mails.Add(mail);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await sender.SendAsync(false, cancellationToken);
        return mail.Id;
    }

    private WrittenDigest Sample(TemplateKind kind, string language, string name, TemplateWords? words) => DigestWriter.Sample(kind, language, name, address.OfficeName, address.Value, clock.Today(), words);

    private static bool Broken(MailTemplate template) => new[] { template.Subject, template.Greeting, template.Intro, template.Closing }.Any(t => MailTemplate.Trouble(template.Kind, t) is not null);

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
