// The Monitoring module's one public entry: quarterly evaluations, their approval and their report.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Endpoints;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Monitoring;

public sealed class MonitoringModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<MonitoringDbContext>("monitoring");
        services.AddScoped<SnapshotSource>();
        services.AddScoped<YearSource>();
        services.AddScoped<KeptFiles>();
        services.AddSingleton(new LevelBounds(
            configuration.GetValue("Monitoring:MediumFrom", LevelBounds.Default.MediumFrom), configuration.GetValue("Monitoring:HighFrom", LevelBounds.Default.HighFrom)));
        services.AddSingleton(new MonitoringOffice(configuration["Office:Name"] ?? ""));
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapEvaluations();
        routes.MapIndicators();
    }
}

/// <summary>The name under which the office issues its reports.</summary>
internal sealed record MonitoringOffice(string Name);
