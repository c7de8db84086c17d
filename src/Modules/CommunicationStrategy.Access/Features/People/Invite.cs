// An administrator invites a person; the one-time link is shown once and handed over by the administrator.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.Identity;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>Makes an account without a password and a link with which the person sets one within seven days.</summary>
[Requires(Permission.ManagePeople)]
public sealed record InvitePerson(string Email, string DisplayName, IReadOnlyList<Role> Roles, Guid? InstitutionId, string Language) : ICommand<Invitation>;

/// <param name="Path">Such as "/welcome/{token}". It cannot be shown again; a new one can be made.</param>
public sealed record Invitation(Guid PersonId, string Path, DateTimeOffset ExpiresAt);

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(c => c.DisplayName).PersonName();
        RuleFor(c => c.Email).PersonEmail();
        RuleFor(c => c.Language).PersonLanguage();
        RuleForEach(c => c.Roles).IsInEnum();
    }
}

internal sealed class InvitePersonHandler(AccessDbContext db, UserManager<Person> users, TimeProvider clock) : ICommandHandler<InvitePerson, Invitation>
{
    public async Task<Result<Invitation>> Handle(InvitePerson command, CancellationToken cancellationToken)
    {
        var person = new Person(command.DisplayName, command.Email, command.Language);
        var assigned = person.Assign(command.Roles, command.InstitutionId);
        if (!assigned.IsSuccess) return assigned.Failure;

        var (link, token) = OneTimeLink.Invite(person.Id, clock.GetUtcNow());
        db.Links.Add(link);
        var created = await users.CreateAsync(person);
        if (created.ToFailure() is { } failure) return failure;
        return new Invitation(person.Id, $"/welcome/{token}", link.ExpiresAt);
    }
}
