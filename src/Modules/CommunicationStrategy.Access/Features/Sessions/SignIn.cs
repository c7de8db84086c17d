// Signing in with e-mail and password. One answer for every refusal, at the same cost, and a brake per account and per address.
using CommunicationStrategy.Access.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using System.Security.Claims;

namespace CommunicationStrategy.Access.Features.Sessions;

/// <summary>Checks who it is and starts a session. The page writes <see cref="SignedIn.Principal"/> into the cookie (<c>StartSessionAsync</c>).</summary>
/// <param name="Address">The network address the attempt comes from, for the brake.</param>
[AnyCaller]
public sealed record SignIn(string Email, string Password, string Address) : ICommand<SignedIn>;

/// <summary>A session that has begun.</summary>
public sealed record SignedIn(ClaimsPrincipal Principal, string Language);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(c => c.Email).NotEmpty().MaximumLength(Person.EmailLength);
        RuleFor(c => c.Password).NotEmpty().MaximumLength(IdentityFailures.MaxPasswordLength);
    }
}

internal sealed class SignInHandler(
    UserManager<Person> users, SignInManager<Person> signIn, Data.Sessions sessions, DecoyPassword decoy,
    SignInBrake brake, CallerScope caller, ILogger<SignInHandler> logger) : ICommandHandler<SignIn, SignedIn>
{
    public async Task<Result<SignedIn>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        if (brake.IsOn(command.Address)) return Failure.Rule("access.sign-in-throttled", "Too many attempts. Wait 15 minutes and try again.");

        var person = await users.FindByEmailAsync(command.Email.Trim());
        if (person is null or { PasswordHash: null } or { Disabled: true } || await users.IsLockedOutAsync(person))
        {
            decoy.Check(command.Password);
            return Refused(command.Address, person);
        }

        var check = await signIn.CheckPasswordSignInAsync(person, command.Password, lockoutOnFailure: true);
        if (!check.Succeeded) return Refused(command.Address, person);

        caller.Current = PersonCaller.From(PersonCaller.Principal(person, Guid.Empty));
        return new SignedIn(await sessions.StartAsync(person, cancellationToken), person.Language);
    }

    private Failure Refused(string address, Person? person)
    {
        brake.Failed(address);
        logger.LogWarning("Sign-in refused for person {PersonId} from {Address}", person?.Id, address);
        return Failure.Rule("access.sign-in-refused", "E-mail and password do not match, or the account is closed or resting for 15 minutes.");
    }
}
