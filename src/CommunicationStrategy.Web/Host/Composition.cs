// What the program is made of: the explicit list of modules, the database, jobs, and the adapters of the host.
using CommunicationStrategy.Access;
using CommunicationStrategy.ActionPlan;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Media;
using CommunicationStrategy.Monitoring;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Persistence.PostgreSql;
using CommunicationStrategy.Persistence.SqlServer;
using CommunicationStrategy.Persistence.Sqlite;
using CommunicationStrategy.Stakeholders;
using CommunicationStrategy.Strategy;
using CommunicationStrategy.Web.Host.Mail;
using CommunicationStrategy.Web.Host.Webhooks;
using CommunicationStrategy.Web.Jobs;
using Hangfire;

namespace CommunicationStrategy.Web.Host;

internal static class Composition
{
    public static readonly IModule[] Modules =
    [
        new AccessModule(), new StakeholdersModule(), new StrategyModule(), new ActionPlanModule(),
        new MediaModule(), new MonitoringModule(), new NotificationsModule(),
    ];

    public static void AddProduct(this WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.Database);
        services.AddSingleton<IDatabase>(settings.Database.Provider switch
        {
            "PostgreSql" => new PostgreSqlDatabase(),
            "SqlServer" => new SqlServerDatabase(),
            _ => new SqliteDatabase(),
        });
        services.AddSingleton<TimeProvider>(new OfficeClock(settings.TimeZone));
        services.AddBuildingBlocks();
        foreach (var module in Modules) module.AddServices(services, builder.Configuration);

        services.AddSingleton<IOutboxSignal, OutboxSignal>();
        services.AddSingleton<IPublicAddress, PublicAddress>();
        services.AddSingleton<IMailTransportFactory, MailTransports>();
        services.AddSingleton<IMailInboxFactory>(new MailInboxes(settings.Mail));
        services.AddSingleton<IMailSetup>(new MailSetup(settings.Mail));
        services.AddSingleton<IWebhookTransport>(new WebhookTransport(settings.WebhooksAllowPrivate));
        services.AddSingleton<ISecretBox, SecretBox>();
        services.AddReportLinks();
        services.AddSingleton(new PdfPrinter(new PdfPrinterOptions { ChromiumPath = settings.ChromiumPath }));
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            switch (settings.Database.Provider)
            {
                case "PostgreSql": PostgreSqlDatabase.UseJobs(hangfire, settings.Database.ConnectionString); break;
                case "SqlServer": SqlServerDatabase.UseJobs(hangfire, settings.Database.ConnectionString); break;
                default: SqliteDatabase.UseJobs(hangfire); break;
            }
        });
        if (settings.Role is HostRole.All or HostRole.Worker)
        {
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = 4;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            });
        }
    }
}
