// The Notifications module's tables: mails and the steps they reminded of, the links they carried, letters to sign, webhooks, and the settings of reminders.
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Data;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : ModuleDbContext(options, "notifications")
{
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<ReminderItem> Items => Set<ReminderItem>();
    public DbSet<AccessLink> Links => Set<AccessLink>();
    public DbSet<PlanLadder> Ladders => Set<PlanLadder>();
    public DbSet<QuietHours> QuietHours => Set<QuietHours>();
    public DbSet<ReminderPause> Pauses => Set<ReminderPause>();
    public DbSet<DistributionEntry> Distribution => Set<DistributionEntry>();
    public DbSet<MailAddress> Addresses => Set<MailAddress>();
    public DbSet<InboundMail> Inbound => Set<InboundMail>();
    public DbSet<EscalationLetter> Letters => Set<EscalationLetter>();
    public DbSet<EscalationLetterItem> LetterItems => Set<EscalationLetterItem>();
    public DbSet<WebhookSubscription> Webhooks => Set<WebhookSubscription>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<MailTemplate> Templates => Set<MailTemplate>();
    public DbSet<InboundFile> InboundFiles => Set<InboundFile>();
}
