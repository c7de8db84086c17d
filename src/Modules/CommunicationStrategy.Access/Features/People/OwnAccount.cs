// What everybody may do with the own account: see it, choose the language, change the password.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.Identity;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>The signed-in person's own account; any role, so the handler asks for a person instead of a permission.</summary>
[AnyCaller]
public sealed record GetOwnAccount : IQuery<OwnAccount>;

public sealed record OwnAccount(string DisplayName, string Email, IReadOnlyList<Role> Roles, string Language);

/// <summary>Changes the language in which the pages and mails speak to the person.</summary>
[AnyCaller]
public sealed record ChooseOwnLanguage(string Language) : ICommand;

/// <summary>Changes the own password, which ends all sessions; answers a new one for this browser.</summary>
[AnyCaller]
public sealed record ChangeOwnPassword(string CurrentPassword, string NewPassword) : ICommand<SignedIn>;

internal sealed class ChooseOwnLanguageValidator : AbstractValidator<ChooseOwnLanguage>
{
    public ChooseOwnLanguageValidator() => RuleFor(c => c.Language).PersonLanguage();
}

internal sealed class ChangeOwnPasswordValidator : AbstractValidator<ChangeOwnPassword>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(IdentityFailures.MaxPasswordLength);
        RuleFor(c => c.NewPassword).NotEmpty().MaximumLength(IdentityFailures.MaxPasswordLength);
    }
}

internal sealed class GetOwnAccountHandler(AccessDbContext db, CallerScope caller) : IQueryHandler<GetOwnAccount, OwnAccount>
{
    public async Task<Result<OwnAccount>> Handle(GetOwnAccount query, CancellationToken cancellationToken)
    {
        var id = caller.Current is { Kind: CallerKind.Person, Id: { } own } ? own : Guid.Empty;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return person is null ? Failure.Forbidden() : new OwnAccount(person.DisplayName, person.Email!, person.Roles, person.Language);
    }
}

internal sealed class ChooseOwnLanguageHandler(AccessDbContext db, CallerScope caller) : ICommandHandler<ChooseOwnLanguage>
{
    public async Task<Result> Handle(ChooseOwnLanguage command, CancellationToken cancellationToken)
    {
        var id = caller.Current is { Kind: CallerKind.Person, Id: { } own } ? own : Guid.Empty;
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null) return Failure.Forbidden();

        person.Speak(command.Language);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class ChangeOwnPasswordHandler(UserManager<Person> users, Data.Sessions sessions, CallerScope caller) : ICommandHandler<ChangeOwnPassword, SignedIn>
{
    public async Task<Result<SignedIn>> Handle(ChangeOwnPassword command, CancellationToken cancellationToken)
    {
        var person = caller.Current is { Kind: CallerKind.Person, Id: { } id } ? await users.FindByIdAsync(id.ToString()) : null;
        if (person is null) return Failure.Forbidden();
        if (await users.IsLockedOutAsync(person)) return Failure.Rule("access.sign-in-throttled", "Too many attempts. Wait 15 minutes and try again.");

        if (!await users.CheckPasswordAsync(person, command.CurrentPassword))
        {
            // An unattended browser must not be a place to guess the password at leisure.
            if ((await users.AccessFailedAsync(person)).ToFailure() is { } stale) return stale;
            return Failure.Invalid(nameof(command.CurrentPassword), "access.password-wrong", "This is not your present password.");
        }

        var changed = await users.ChangePasswordAsync(person, command.CurrentPassword, command.NewPassword);
        if (changed.ToFailure(nameof(command.NewPassword)) is { } failure) return failure;
        return new SignedIn(await sessions.StartAsync(person, cancellationToken), person.Language);
    }
}
