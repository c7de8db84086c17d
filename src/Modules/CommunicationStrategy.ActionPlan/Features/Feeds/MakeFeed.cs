// Makes an address under which a calendar program reads due dates.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Feeds;

/// <summary>Answers the secret part of the address, which is shown once and kept nowhere.</summary>
/// <param name="InstitutionId">Whose due dates; null: everyone's. Whoever is bound to an institution gets its own, whatever is asked.</param>
/// <param name="PlanId">Null: all plans.</param>
[Requires(Permission.EditActionPlan, Permission.ReportProgress)]
public sealed record MakeFeed(Guid? InstitutionId, Guid? PlanId, string Language) : ICommand<string>;

internal sealed class MakeFeedValidator : AbstractValidator<MakeFeed>
{
    public MakeFeedValidator() =>
        RuleFor(c => c.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("action-plan.language-unknown").WithMessage("The language is ro, ru or en.");
}

internal sealed class MakeFeedHandler(ActionPlanDbContext db, IMediator mediator, CallerScope scope) : ICommandHandler<MakeFeed, string>
{
    public async Task<Result<string>> Handle(MakeFeed command, CancellationToken cancellationToken)
    {
        var allowed = FeedAccess.Check(scope.Current);
        if (!allowed.IsSuccess) return allowed.Failure;
        var whose = scope.Current.InstitutionId ?? command.InstitutionId;
        if (whose is { } institution && (await mediator.InstitutionsAsync([institution], cancellationToken)).Count == 0) return Failure.Invalid("InstitutionId", "action-plan.unknown-institution", "The register does not have this institution.");
        if (command.PlanId is { } plan && !await db.Plans.AnyAsync(p => p.Id == plan, cancellationToken)) return Failure.Invalid("PlanId", "action-plan.unknown-plan", "There is no such plan.");
        var (feed, token) = CalendarFeed.Create(whose, command.PlanId, command.Language);
        db.Feeds.Add(feed);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }
}
