// One line per module, for build/add-migration and the model checks; no connection is opened.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Strategy.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace CommunicationStrategy.Persistence.PostgreSql;

internal sealed class AccessDesign() : Design<AccessDbContext>("access", o => new(o));
internal sealed class ActionPlanDesign() : Design<ActionPlanDbContext>("action_plan", o => new(o));
internal sealed class MediaDesign() : Design<MediaDbContext>("media", o => new(o));
internal sealed class MonitoringDesign() : Design<MonitoringDbContext>("monitoring", o => new(o));
internal sealed class NotificationsDesign() : Design<NotificationsDbContext>("notifications", o => new(o));
internal sealed class StakeholdersDesign() : Design<StakeholdersDbContext>("stakeholders", o => new(o));
internal sealed class StrategyDesign() : Design<StrategyDbContext>("strategy", o => new(o));

internal abstract class Design<TContext>(string schema, Func<DbContextOptions<TContext>, TContext> create) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    public TContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TContext>();
        new PostgreSqlDatabase().Configure(options, "Host=localhost;Database=design", schema);
        return create(options.Options);
    }
}
