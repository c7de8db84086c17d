// Who may open which page: one policy per permission, named like it, and signed-in people only by default.
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Access.Endpoints;

internal static class Policies
{
    /// <summary>
    /// For navigation: a page carries [Authorize(Policy = nameof(Permission.ViewActionPlan))]. The request behind it is checked again.
    /// Whatever names no policy needs a signed-in person, unless it says AllowAnonymous.
    /// </summary>
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Enum.GetValues<Permission>())
            builder.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(c => PersonCaller.From(c.User).May(permission)));
        return services;
    }
}
