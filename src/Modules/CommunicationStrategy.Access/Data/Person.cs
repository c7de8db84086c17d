// A person who signs in. It stands in Data because it is ASP.NET Core Identity's row with our columns and rules.
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.Identity;
using System.Security.Cryptography;

namespace CommunicationStrategy.Access.Data;

internal sealed class Person : IdentityUser<Guid>
{
    public const int NameLength = 200;
    public const int EmailLength = 254;

    private Person()
    {
    }

    public Person(string displayName, string email, string language)
    {
        Id = Guid.CreateVersion7();
        UserName = Email = email.Trim();
        Rename(displayName);
        Language = language;
        LockoutEnabled = true;
        EndSessions();
    }

    public string DisplayName { get; private set; } = "";

    /// <summary>As stored: ",Head,Officer,", so that one role can be looked for with LIKE.</summary>
    public string RoleNames { get; private set; } = ",";
    public Guid? InstitutionId { get; private set; }
    public string Language { get; private set; } = "ro";
    public bool Disabled { get; private set; }
    public DateTimeOffset? LastSignInAt { get; private set; }
    public string SearchText { get; private set; } = "";

    /// <summary>Grows with every change by an administrator. Sign-ins move only Identity's own ConcurrencyStamp.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<Role> Roles => ReadRoles(RoleNames);

    public static IReadOnlyList<Role> ReadRoles(string names) => [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    public static string Mark(Role role) => $",{role},";

    public void Rename(string displayName)
    {
        DisplayName = displayName.Trim();
        SearchText = BuildingBlocks.SearchText.Fold(DisplayName, Email);
    }

    /// <summary>
    /// Gives the roles. A focal point has an institution and no other role: what it sees is narrowed to that institution,
    /// and a second role would be narrowed or widened with it.
    /// </summary>
    public Result Assign(IReadOnlyCollection<Role> roles, Guid? institutionId)
    {
        if (roles.Count == 0) return Failure.Invalid(nameof(Roles), "access.role-required", "A person needs at least one role.");
        if (roles.Contains(Role.FocalPoint))
        {
            if (institutionId is null) return Failure.Invalid(nameof(InstitutionId), "access.institution-required", "A focal point needs an institution.");
            if (roles.Any(r => r != Role.FocalPoint)) return Failure.Invalid(nameof(Roles), "access.focal-point-alone", "A focal point has no other role.");
        }

        RoleNames = $",{string.Join(',', roles.Distinct().Order())},";
        InstitutionId = institutionId;
        return Result.Success;
    }

    public void Speak(string language) => Language = language;

    public void SetDisabled(bool disabled)
    {
        if (disabled && !Disabled) EndSessions();
        Disabled = disabled;
    }

    public void SignedIn(DateTimeOffset at) => LastSignInAt = at;

    public void Changed() => Version++;

    /// <summary>Every session that carries the old stamp is over.</summary>
    public void EndSessions() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
