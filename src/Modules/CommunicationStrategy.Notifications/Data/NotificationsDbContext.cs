// The Notifications module's tables.
namespace CommunicationStrategy.Notifications.Data;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : ModuleDbContext(options, "notifications")
{
}
