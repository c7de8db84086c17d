// The ActionPlan module's one public entry.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.ActionPlan;

public sealed class ActionPlanModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<ActionPlanDbContext>("action_plan");
        services.AddScoped<Features.Imports.ImportReader>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapPlans();
        routes.MapPlanCommands();
        routes.MapActivities();
        routes.MapActivityCommands();
        routes.MapReports();
        routes.MapBudget();
    }
}
