// Rating an institution and saying how the office deals with it.
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Engagement;

/// <summary>Rates an institution as of today, or changes today's rating; earlier ones are kept.</summary>
/// <param name="Version">Of the profile; 0 while there is none.</param>
[Requires(Permission.EditStakeholders)]
public sealed record SetEngagement(Guid InstitutionId, EngagementFacts Facts, int Version) : ICommand;

// The fields answer under their own names, for that is what the form calls them.
internal sealed class SetEngagementValidator : AbstractValidator<SetEngagement>
{
    public SetEngagementValidator()
    {
        RuleFor(c => c.Facts.Rating.Power).InclusiveBetween(1, 5).OverridePropertyName("Power");
        RuleFor(c => c.Facts.Rating.Interest).InclusiveBetween(1, 5).OverridePropertyName("Interest");
        RuleFor(c => c.Facts.Rating.Stance).InclusiveBetween(-2, 2).OverridePropertyName("Stance");
        RuleFor(c => c.Facts.Needs).MaximumLength(1000).OverridePropertyName("Needs");
        RuleFor(c => c.Facts.Channel).MaximumLength(200).OverridePropertyName("Channel");
        RuleFor(c => c.Facts.Owner).MaximumLength(200).OverridePropertyName("Owner");
        RuleFor(c => c.Facts.NextStep).MaximumLength(500).OverridePropertyName("NextStep");
    }
}

internal sealed class SetEngagementHandler(StakeholdersDbContext db, CallerScope scope, TimeProvider clock) : ICommandHandler<SetEngagement>
{
    public async Task<Result> Handle(SetEngagement command, CancellationToken cancellationToken)
    {
        if (!await db.Institutions.AnyAsync(i => i.Id == command.InstitutionId, cancellationToken)) return Failure.NotFound(nameof(Institution), command.InstitutionId);

        var profile = await db.Profiles.Include(p => p.Scores).SingleOrDefaultAsync(p => p.InstitutionId == command.InstitutionId, cancellationToken);
        if (profile is null) db.Profiles.Add(profile = new StakeholderProfile(command.InstitutionId));
        else db.Expect(profile, command.Version);

        profile.Describe(command.Facts, clock.Today(), scope.Current.Name);
        db.AddNew(profile.Scores);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
