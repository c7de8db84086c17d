// The Strategy module's one public entry.
using CommunicationStrategy.Strategy.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Strategy;

public sealed class StrategyModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<StrategyDbContext>("strategy");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
