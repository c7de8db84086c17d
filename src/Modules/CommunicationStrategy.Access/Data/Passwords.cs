// What Identity asks about passwords: our list of common ones, and its answers in our codes.
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunicationStrategy.Access.Data;

/// <summary>Length is Identity's own check; this one refuses what is common or made of the person's own name.</summary>
internal sealed class UncommonPassword : IPasswordValidator<Person>
{
    public const string Code = "PasswordCommon";

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(password is null || CommonPasswords.Contains(password) || CommonPasswords.IsAbout(password, [user.DisplayName, user.Email])
            ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "This password is among the first that others would try." })
            : IdentityResult.Success);
}

/// <summary>Costs as much time as checking a real password, so that an unknown address answers no faster than a known one.</summary>
internal sealed class DecoyPassword
{
    private static readonly Person Nobody = new("Nobody", "nobody@example.invalid", "en");
    private readonly PasswordHasher<Person> hasher;
    private readonly string hash;

    public DecoyPassword(IOptions<PasswordHasherOptions> options)
    {
        hasher = new PasswordHasher<Person>(options);
        hash = hasher.HashPassword(Nobody, "a password that nobody has");
    }

    public void Check(string password) => hasher.VerifyHashedPassword(Nobody, hash, password);
}

internal static class IdentityFailures
{
    public const int MinPasswordLength = 12;
    public const int MaxPasswordLength = 200;

    /// <summary>Identity's refusal as ours; null when it succeeded.</summary>
    public static Failure? ToFailure(this IdentityResult result, string passwordField = "Password") =>
        result.Succeeded ? null
        : result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? Failure.Stale()
        : Failure.Invalid([.. result.Errors.Select(e => ToField(e, passwordField)).DistinctBy(f => (f.Field, f.Code))]);

    private static FieldError ToField(IdentityError error, string passwordField) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new(passwordField, "access.password-short", error.Description),
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("CurrentPassword", "access.password-wrong", "This is not your present password."),
        UncommonPassword.Code => new(passwordField, "access.password-common", error.Description),
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new("Email", "access.email-taken", error.Description),
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => new("Email", "access.email-invalid", error.Description),
        _ => throw new InvalidOperationException($"Identity refused with {error.Code}: {error.Description}"),
    };
}
