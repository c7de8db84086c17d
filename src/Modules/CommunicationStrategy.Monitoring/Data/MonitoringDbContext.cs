// The Monitoring module's tables.
namespace CommunicationStrategy.Monitoring.Data;

internal sealed class MonitoringDbContext(DbContextOptions<MonitoringDbContext> options) : ModuleDbContext(options, "monitoring")
{
}
