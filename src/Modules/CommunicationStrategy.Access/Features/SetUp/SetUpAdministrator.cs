// The first administrator comes in through the set-up link.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.Identity;

namespace CommunicationStrategy.Access.Features.SetUp;

/// <summary>Uses the set-up link: makes the first administrator and signs them in.</summary>
[AnyCaller]
public sealed record SetUpAdministrator(string Token, string DisplayName, string Email, string Password, string Language) : ICommand<SignedIn>;

internal sealed class SetUpAdministratorValidator : AbstractValidator<SetUpAdministrator>
{
    public SetUpAdministratorValidator()
    {
        RuleFor(c => c.DisplayName).PersonName();
        RuleFor(c => c.Email).PersonEmail();
        RuleFor(c => c.Language).PersonLanguage();
        RuleFor(c => c.Password).NotEmpty().MaximumLength(IdentityFailures.MaxPasswordLength);
    }
}

internal sealed class SetUpAdministratorHandler(AccessDbContext db, UserManager<Person> users, Data.Sessions sessions, CallerScope caller, TimeProvider clock)
    : ICommandHandler<SetUpAdministrator, SignedIn>
{
    public async Task<Result<SignedIn>> Handle(SetUpAdministrator command, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.Hash(command.Token);
        var link = await db.Links.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == OneTimeLinkPurpose.SetUp, cancellationToken);
        if (link is null) return Failure.NotFound("Link", "");

        if (await db.People.AnyAsync(cancellationToken)) link.Replace(clock.GetUtcNow());
        var used = link.Use(clock.GetUtcNow());
        if (!used.IsSuccess) return used.Failure;

        var person = new Person(command.DisplayName, command.Email, command.Language);
        var assigned = person.Assign([Role.Administrator], null);
        if (!assigned.IsSuccess) return assigned.Failure;

        // The new row, the used link and the audit entries are one save, made by Identity's store on this context.
        caller.Current = PersonCaller.From(PersonCaller.Principal(person, Guid.Empty));
        var created = await users.CreateAsync(person, command.Password);
        if (created.ToFailure() is { } failure) return failure;
        return new SignedIn(await sessions.StartAsync(person, cancellationToken), person.Language);
    }
}
