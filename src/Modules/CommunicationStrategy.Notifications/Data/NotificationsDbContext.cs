// The Notifications module's tables: mails and the steps they reminded of, and the links they carried.
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Data;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : ModuleDbContext(options, "notifications")
{
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<ReminderItem> Items => Set<ReminderItem>();
    public DbSet<AccessLink> Links => Set<AccessLink>();
}
