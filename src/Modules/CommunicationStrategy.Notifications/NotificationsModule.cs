// The Notifications module's one public entry.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Escalations;
using CommunicationStrategy.Notifications.Features.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Notifications;

public sealed class NotificationsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<NotificationsDbContext>("notifications");
        services.AddScoped<Outlook>().AddScoped<DigestPlanner>().AddScoped<MailLedger>().AddScoped<EvaluationMails>().AddScoped<DigestPreparer>().AddScoped<DigestSender>().AddScoped<Escalation>().AddScoped<WebhookSender>();
    }

    // Its pages and the jobs send requests; partners have no route here.
    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
