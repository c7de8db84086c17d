// Replies that wait for a person: looked at, made into a report, or put aside.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Inbox;

/// <summary>What came in, the newest first.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record ListReplies(InboundState? State = null, InboundKind? Kind = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ReplyRow>>;

/// <param name="Problem">A code of <see cref="InboundProblem"/>: why it waits.</param>
public sealed record ReplyRow(Guid Id, InboundKind Kind, InboundState State, string From, string Subject, DateTimeOffset ReceivedAt, InstitutionInfo? Institution, string? Problem, Guid? MailId, Guid? ReportId, int Version);

[Requires(Permission.ViewNotifications)]
public sealed record GetReply(Guid Id) : IQuery<ReplyDetail>;

/// <param name="Duties">What the institution owes now: which of them the reply may be about.</param>
/// <param name="Percent">As it was read; null: it says nothing of it.</param>
public sealed record ReplyDetail(ReplyRow Row, string Text, int? Percent, IReadOnlyList<string> Files, IReadOnlyList<ReplyDuty> Duties);

public sealed record ReplyDuty(Guid ActivityId, string Number, LocalizedText Title, string? Period);

/// <summary>Makes a reply the institution's report on a duty: an officer vouches for it.</summary>
[Requires(Permission.ReviewReports)]
public sealed record ApplyReply(Guid Id, Guid ActivityId, int Percent, string Narrative, int Version) : ICommand;

/// <summary>Puts a reply aside: nothing follows from it.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record DismissReply(Guid Id, int Version) : ICommand;

internal sealed class ApplyReplyValidator : AbstractValidator<ApplyReply>
{
    public ApplyReplyValidator()
    {
        RuleFor(c => c.ActivityId).NotEmpty();
        RuleFor(c => c.Percent).InclusiveBetween(0, 100);
        RuleFor(c => c.Narrative).NotEmpty().MaximumLength(InboundMail.TextLength);
    }
}

internal sealed class RepliesHandler(NotificationsDbContext db, Outlook outlook, TimeProvider clock) : IQueryHandler<ListReplies, Page<ReplyRow>>, IQueryHandler<GetReply, ReplyDetail>
{
    public async Task<Result<Page<ReplyRow>>> Handle(ListReplies query, CancellationToken cancellationToken)
    {
        var found = db.Inbound.AsNoTracking();
        if (query.State is { } state) found = found.Where(m => m.State == state);
        if (query.Kind is { } kind) found = found.Where(m => m.Kind == kind);
        var page = await found.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).ToPageAsync(query.Page, query.Size, cancellationToken);
        var institutions = await outlook.InstitutionsAsync(page.Items.Select(m => m.InstitutionId).OfType<Guid>(), cancellationToken);
        return new Page<ReplyRow>([.. page.Items.Select(m => Row(m, institutions))], page.Total, page.Number, page.Size);
    }

    public async Task<Result<ReplyDetail>> Handle(GetReply query, CancellationToken cancellationToken)
    {
        var mail = await db.Inbound.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
        if (mail is null) return Failure.NotFound("Reply", query.Id);
        var files = await db.InboundFiles.AsNoTracking().Where(f => f.InboundMailId == mail.Id).OrderBy(f => f.Id).Select(f => f.Name).ToListAsync(cancellationToken);
        var today = clock.Today();
        var duties = mail is { State: InboundState.Waiting, InstitutionId: { } institution } ? await outlook.ReportableAsync(today, today.AddDays(LadderRules.FurthestDays), [institution], cancellationToken) : [];
        var institutions = await outlook.InstitutionsAsync(new[] { mail.InstitutionId }.OfType<Guid>(), cancellationToken);
        return new ReplyDetail(
            Row(mail, institutions), mail.Text, ReplyText.Read(mail.Text).Percent, files,
            [.. duties.DistinctBy(o => o.ActivityId).Select(o => new ReplyDuty(o.ActivityId, o.Number, o.Title, o.Period))]);
    }

    private static ReplyRow Row(InboundMail m, IReadOnlyDictionary<Guid, InstitutionInfo> institutions) => new(
        m.Id, m.Kind, m.State, m.From, m.Subject, m.ReceivedAt, m.InstitutionId is { } id ? institutions.GetValueOrDefault(id) : null, m.Problem, m.MailId, m.ReportId, m.Version);
}

internal sealed class SettleReplyHandler(NotificationsDbContext db, IMediator mediator, CallerScope scope) : ICommandHandler<ApplyReply>, ICommandHandler<DismissReply>
{
    public async Task<Result> Handle(ApplyReply command, CancellationToken cancellationToken)
    {
        var reply = await db.Inbound.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (reply is not { InstitutionId: { } institution }) return Failure.NotFound("Reply", command.Id);
        db.Expect(reply, command.Version);
        var waits = reply.MustWait();
        if (!waits.IsSuccess) return waits;
        var files = await db.InboundFiles.AsNoTracking().Where(f => f.InboundMailId == reply.Id).OrderBy(f => f.Id).ToListAsync(cancellationToken);

        // The officer has no duty of their own to report on: it is the institution that does, on the officer's word.
        var before = scope.Current;
        scope.Current = new Caller(CallerKind.Link, $"{reply.From} ({before.Name})", before.Id, institution, [Permission.ReportProgress]);
        Result<Guid> sent;
        try
        {
            sent = await mediator.Send(new ReportByMail(command.ActivityId, null, institution, command.Percent, command.Narrative, [.. files.Select(f => new MailedFile(f.Name, f.Content))]), cancellationToken);
        }
        finally
        {
            scope.Current = before;
        }

        if (!sent.IsSuccess) return sent.Failure;
        reply.Apply(sent.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(DismissReply command, CancellationToken cancellationToken)
    {
        var reply = await db.Inbound.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (reply is null) return Failure.NotFound("Reply", command.Id);
        db.Expect(reply, command.Version);
        var dismissed = reply.Dismiss();
        if (!dismissed.IsSuccess) return dismissed;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
