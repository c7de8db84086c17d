// An invited person sets a password through the one-time link; so does one who has forgotten it and was given a new link.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.Identity;

namespace CommunicationStrategy.Access.Features.SetUp;

/// <summary>Uses an invitation: sets name and password, ends older sessions, and signs the person in.</summary>
[AnyCaller]
public sealed record AcceptInvitation(string Token, string DisplayName, string Password, string Language) : ICommand<SignedIn>;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(c => c.DisplayName).PersonName();
        RuleFor(c => c.Language).PersonLanguage();
        RuleFor(c => c.Password).NotEmpty().MaximumLength(IdentityFailures.MaxPasswordLength);
    }
}

internal sealed class AcceptInvitationHandler(
    AccessDbContext db, UserManager<Person> users, IPasswordHasher<Person> hasher, Data.Sessions sessions, CallerScope caller, TimeProvider clock)
    : ICommandHandler<AcceptInvitation, SignedIn>
{
    public async Task<Result<SignedIn>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.Hash(command.Token);
        var link = await db.Links.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == OneTimeLinkPurpose.Invitation, cancellationToken);
        var person = link is null ? null : await db.People.SingleOrDefaultAsync(p => p.Id == link.PersonId, cancellationToken);
        if (link is null || person is null || person.Disabled) return Failure.NotFound("Link", "");

        var used = link.Use(clock.GetUtcNow());
        if (!used.IsSuccess) return used.Failure;

        person.Rename(command.DisplayName);
        person.Speak(command.Language);
        foreach (var validator in users.PasswordValidators)
        {
            if ((await validator.ValidateAsync(users, person, command.Password)).ToFailure() is { } weak) return weak;
        }

        person.PasswordHash = hasher.HashPassword(person, command.Password);
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        person.EndSessions();
        caller.Current = PersonCaller.From(PersonCaller.Principal(person, Guid.Empty));
        return new SignedIn(await sessions.StartAsync(person, cancellationToken), person.Language);
    }
}
