// The Access module's one public entry.
using CommunicationStrategy.Access.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Access;

public sealed class AccessModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<AccessDbContext>("access");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
