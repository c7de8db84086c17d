// The Access module's one public entry: people, roles, sessions, the keys that protect cookies and forms.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Endpoints;
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Access;

public sealed class AccessModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<AccessDbContext>("access");
        services.AddScoped<Data.Sessions>();
        services.AddSingleton<SignInBrake>();
        services.AddSingleton<DecoyPassword>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => SessionCookie.Configure(options, Session.Idle));
        services.AddAccessPolicies();
        services.AddIdentityCore<Person>(ConfigureIdentity)
            .AddUserStore<UserOnlyStore<Person, AccessDbContext, Guid>>()
            .AddPasswordValidator<UncommonPassword>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddDataProtection().SetApplicationName("CommunicationStrategy").PersistKeysToDbContext<AccessDbContext>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapSignOut();

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // the user name is the e-mail address, checked as one
        options.Password.RequiredLength = IdentityFailures.MinPasswordLength;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}
