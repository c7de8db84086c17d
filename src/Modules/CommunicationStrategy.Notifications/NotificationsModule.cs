// The Notifications module's one public entry.
using CommunicationStrategy.Notifications.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Notifications;

public sealed class NotificationsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<NotificationsDbContext>("notifications");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
