// From a signed-in person's claims to the caller whom every request is checked against, and back.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.Identity;
using System.Security.Claims;

namespace CommunicationStrategy.Access;

/// <summary>The names of the claims in the cookie's principal, and what they mean.</summary>
public static class PersonCaller
{
    public const string SessionClaim = "cs:session";
    public const string InstitutionClaim = "cs:institution";
    public const string LanguageClaim = "cs:language";

    /// <summary>The caller: anonymous without a person's id. The institution counts for focal points alone, whose view it narrows.</summary>
    public static Caller From(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return Caller.Anonymous;
        var roles = principal.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToList();
        Guid? institution = roles.Contains(Role.FocalPoint) && Guid.TryParse(principal.FindFirstValue(InstitutionClaim), out var own) ? own : null;
        return new Caller(CallerKind.Person, principal.FindFirstValue(ClaimTypes.Name) ?? "", id, institution, RolePermissions.Of(roles));
    }

    /// <summary>The language the person asked for in the account; null when nobody is signed in.</summary>
    public static string? LanguageOf(ClaimsPrincipal principal) => principal.FindFirstValue(LanguageClaim);

    internal static Guid? SessionOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(SessionClaim), out var id) ? id : null;

    internal static ClaimsPrincipal Principal(Person person, Guid sessionId)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, person.DisplayName));
        identity.AddClaim(new Claim(SessionClaim, sessionId.ToString()));
        identity.AddClaim(new Claim(LanguageClaim, person.Language));
        foreach (var role in person.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        if (person.InstitutionId is { } institution) identity.AddClaim(new Claim(InstitutionClaim, institution.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
