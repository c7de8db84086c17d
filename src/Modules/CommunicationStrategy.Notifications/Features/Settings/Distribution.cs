// The list of those who get a plan's approved evaluations by mail: read, added to, taken from.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Settings;

/// <summary>Who gets the approved evaluations of a plan, in the alphabetical order of their names.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record GetDistribution(Guid PlanId) : IQuery<DistributionList>;

/// <param name="Most">How many may stand on it.</param>
public sealed record DistributionList(Guid PlanId, string Code, LocalizedText Title, IReadOnlyList<DistributionRow> Entries, int Most);

/// <param name="Suspended">Mail servers refuse the address: nothing is sent there.</param>
public sealed record DistributionRow(Guid Id, string Name, string Email, string Language, bool Suspended, int Version);

/// <summary>Puts an address on a plan's list; answers the entry's id.</summary>
/// <param name="Language">"ro", "ru" or "en": of the mail and of the report that comes with it.</param>
[Requires(Permission.ManageNotifications)]
public sealed record AddToDistribution(Guid PlanId, string Name, string Email, string Language) : ICommand<Guid>;

/// <summary>Takes an address off; mails to it that have not left yet are called off when their turn comes.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record RemoveFromDistribution(Guid Id, int Version) : ICommand;

internal sealed class AddToDistributionValidator : AbstractValidator<AddToDistribution>
{
    public AddToDistributionValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(DistributionEntry.NameLength);
        RuleFor(c => c.Email).NotEmpty().MaximumLength(DistributionEntry.EmailLength).EmailAddress();
        RuleFor(c => c.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("notifications.language-missing").WithMessage("The language is ro, ru or en.");
    }
}

internal sealed class DistributionHandler(NotificationsDbContext db, IMediator mediator) : IQueryHandler<GetDistribution, DistributionList>, ICommandHandler<AddToDistribution, Guid>, ICommandHandler<RemoveFromDistribution>
{
    public async Task<Result<DistributionList>> Handle(GetDistribution query, CancellationToken cancellationToken)
    {
        if (await PlanAsync(query.PlanId, cancellationToken) is not { } plan) return Failure.NotFound("Plan", query.PlanId);
        var entries = await db.Distribution.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Select(e => new DistributionRow(e.Id, e.Name, e.Email, e.Language, db.Addresses.Any(a => a.Email == e.Email && a.Bounces >= MailAddress.MostBounces), e.Version)).ToListAsync(cancellationToken);
        return new DistributionList(plan.Id, plan.Code, plan.Title, entries, DistributionEntry.Most);
    }

    public async Task<Result<Guid>> Handle(AddToDistribution command, CancellationToken cancellationToken)
    {
        if (await PlanAsync(command.PlanId, cancellationToken) is null) return Failure.NotFound("Plan", command.PlanId);
        var entry = new DistributionEntry(command.PlanId, command.Name, command.Email, command.Language);
        var present = await db.Distribution.AsNoTracking().Where(e => e.PlanId == command.PlanId).Select(e => e.Email).ToListAsync(cancellationToken);
        if (present.Contains(entry.Email)) return Failure.Invalid(nameof(command.Email), "notifications.distribution-twice", "This address is on the list already.");
        if (present.Count >= DistributionEntry.Most) return Failure.Rule("notifications.distribution-full", $"At most {DistributionEntry.Most} addresses stand on a list.", DistributionEntry.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        db.Distribution.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return entry.Id;
    }

    public async Task<Result> Handle(RemoveFromDistribution command, CancellationToken cancellationToken)
    {
        if (await db.Distribution.SingleOrDefaultAsync(e => e.Id == command.Id, cancellationToken) is not { } entry) return Failure.NotFound("Address", command.Id);
        db.Expect(entry, command.Version);
        db.Distribution.Remove(entry);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<PlanInfo?> PlanAsync(Guid id, CancellationToken cancellationToken) => (await mediator.Send(new GetPlans(), cancellationToken)).Require().FirstOrDefault(p => p.Id == id);
}
