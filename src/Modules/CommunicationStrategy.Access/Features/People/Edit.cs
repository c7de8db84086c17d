// An administrator changes a person's name, roles, institution, or closes the account.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>Changes a person. New roles count from the next request on; closing the account ends the person's sessions and open links.</summary>
[Requires(Permission.ManagePeople)]
public sealed record EditPerson(Guid Id, string DisplayName, IReadOnlyList<Role> Roles, Guid? InstitutionId, string Language, bool Disabled, int Version) : ICommand;

internal sealed class EditPersonValidator : AbstractValidator<EditPerson>
{
    public EditPersonValidator()
    {
        RuleFor(c => c.DisplayName).PersonName();
        RuleFor(c => c.Language).PersonLanguage();
        RuleForEach(c => c.Roles).IsInEnum();
    }
}

internal sealed class EditPersonHandler(AccessDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<EditPerson>
{
    public async Task<Result> Handle(EditPerson command, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (person is null) return Failure.NotFound(nameof(Person), command.Id);
        if (person.Version != command.Version) return Failure.Stale();

        // Someone with the right to let people in must always remain.
        var givesUp = person.Roles.Contains(Role.Administrator) && !command.Roles.Contains(Role.Administrator);
        if (caller.Current.Id == person.Id && (givesUp || command.Disabled))
            return Failure.Rule("access.own-role", "You cannot give up your own administrator's role or close your own account; another administrator can.");

        var assigned = person.Assign(command.Roles, command.InstitutionId);
        if (!assigned.IsSuccess) return assigned;

        person.Rename(command.DisplayName);
        person.Speak(command.Language);
        person.SetDisabled(command.Disabled);
        person.Changed();
        if (command.Disabled)
        {
            var links = await db.Links.Where(l => l.PersonId == person.Id && l.UsedAt == null && l.ReplacedAt == null).ToListAsync(cancellationToken);
            foreach (var link in links) link.Replace(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
