// The Stakeholders module's one public entry: the register of institutions and their contacts.
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Stakeholders;

public sealed class StakeholdersModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<StakeholdersDbContext>("stakeholders");

    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapInstitutions();
}
