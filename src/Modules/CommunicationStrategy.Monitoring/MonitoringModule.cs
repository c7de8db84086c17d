// The Monitoring module's one public entry.
using CommunicationStrategy.Monitoring.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Monitoring;

public sealed class MonitoringModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<MonitoringDbContext>("monitoring");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
