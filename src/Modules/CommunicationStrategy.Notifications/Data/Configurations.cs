// How mails, their items and links are stored. The unique indexes are what keeps a second run or worker from sending twice.
using CommunicationStrategy.Notifications.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Notifications.Data;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public const int ErrorLength = 1000;

    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("Mails");
        builder.Property(m => m.Kind).HasMaxLength(20);
        builder.Property(m => m.RecipientKey).HasMaxLength(Addressee.KeyLength);
        builder.Property(m => m.Reason).HasMaxLength(ReminderPause.ReasonLength);
        builder.Property(m => m.RecipientName).HasMaxLength(200);
        builder.Property(m => m.RecipientEmail).HasMaxLength(320);
        builder.Property(m => m.Language).HasMaxLength(2);
        builder.Property(m => m.Subject).HasMaxLength(300);
        // The mail is its own record; the audit log need not hold it twice.
        builder.Property(m => m.TextBody).IsSecret();
        builder.Property(m => m.HtmlBody).IsSecret();
        builder.Property(m => m.MessageId).HasMaxLength(300);
        builder.Property(m => m.LastError).HasMaxLength(ErrorLength);
        builder.HasIndex(m => new { m.RecipientKey, m.Kind, m.Day }).IsUnique();
        builder.HasIndex(m => new { m.EvaluationId, m.Kind, m.RecipientEmail }).IsUnique();
        builder.HasIndex(m => new { m.InstitutionId, m.Day });
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
        builder.HasIndex(m => m.ClaimedBy);
        builder.HasIndex(m => m.Day);
    }
}

internal sealed class ReminderItemConfiguration : IEntityTypeConfiguration<ReminderItem>
{
    public void Configure(EntityTypeBuilder<ReminderItem> builder)
    {
        builder.ToTable("ReminderItems");
        builder.Metadata.SetAnnotation(ModuleDbContext.NotAudited, true);
        builder.Property(i => i.ObligationKey).HasMaxLength(200);
        builder.Property(i => i.Stage).HasMaxLength(20);
        builder.Property(i => i.Number).HasMaxLength(60);
        builder.Property(i => i.Period).HasMaxLength(10);
        builder.Property(i => i.RecipientKey).HasMaxLength(Addressee.KeyLength);
        builder.HasIndex(i => new { i.ObligationKey, i.Stage, i.RecipientKey }).IsUnique();
        builder.HasOne<OutgoingMail>().WithMany().HasForeignKey(i => i.MailId);
    }
}

internal sealed class AccessLinkConfiguration : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> builder)
    {
        builder.ToTable("AccessLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(64).IsSecret();
        builder.Property(l => l.ContactName).HasMaxLength(200);
        builder.Property(l => l.Language).HasMaxLength(2);
        builder.Property(l => l.Purpose).HasMaxLength(20);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.InstitutionId);
        builder.HasIndex(l => l.MailId);
    }
}

internal sealed class PlanLadderConfiguration : IEntityTypeConfiguration<PlanLadder>
{
    public void Configure(EntityTypeBuilder<PlanLadder> builder)
    {
        builder.Ignore(l => l.Rules);
        builder.Property(l => l.Before).HasMaxLength(PlanLadder.StepsLength);
        builder.HasIndex(l => l.PlanId).IsUnique();
    }
}

internal sealed class ReminderPauseConfiguration : IEntityTypeConfiguration<ReminderPause>
{
    public void Configure(EntityTypeBuilder<ReminderPause> builder)
    {
        builder.Property(p => p.Stage).HasMaxLength(20);
        builder.Property(p => p.Reason).HasMaxLength(ReminderPause.ReasonLength);
    }
}

internal sealed class DistributionEntryConfiguration : IEntityTypeConfiguration<DistributionEntry>
{
    public void Configure(EntityTypeBuilder<DistributionEntry> builder)
    {
        builder.ToTable("Distribution");
        builder.Property(e => e.Name).HasMaxLength(DistributionEntry.NameLength);
        builder.Property(e => e.Email).HasMaxLength(DistributionEntry.EmailLength);
        builder.Property(e => e.Language).HasMaxLength(2);
        builder.HasIndex(e => new { e.PlanId, e.Email }).IsUnique();
    }
}

internal sealed class MailAddressConfiguration : IEntityTypeConfiguration<MailAddress>
{
    public void Configure(EntityTypeBuilder<MailAddress> builder)
    {
        builder.Ignore(a => a.Suspended);
        builder.Property(a => a.Email).HasMaxLength(320);
        builder.Property(a => a.LastError).HasMaxLength(OutgoingMailConfiguration.ErrorLength);
        builder.HasIndex(a => a.Email).IsUnique();
    }
}

internal sealed class InboundMailConfiguration : IEntityTypeConfiguration<InboundMail>
{
    public void Configure(EntityTypeBuilder<InboundMail> builder)
    {
        builder.ToTable("InboundMails");
        builder.Property(m => m.MessageId).HasMaxLength(300);
        builder.Property(m => m.From).HasMaxLength(320);
        builder.Property(m => m.Subject).HasMaxLength(300);
        // The mail is its own record; the audit log need not hold it twice.
        builder.Property(m => m.Text).HasMaxLength(InboundMail.TextLength).IsSecret();
        builder.Property(m => m.Problem).HasMaxLength(30);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => new { m.State, m.ReceivedAt });
    }
}

internal sealed class InboundFileConfiguration : IEntityTypeConfiguration<InboundFile>
{
    public void Configure(EntityTypeBuilder<InboundFile> builder)
    {
        builder.ToTable("InboundFiles");
        builder.Metadata.SetAnnotation(ModuleDbContext.NotAudited, true);
        builder.Property(f => f.Name).HasMaxLength(InboundFile.NameLength);
        builder.HasOne<InboundMail>().WithMany().HasForeignKey(f => f.InboundMailId);
        builder.HasIndex(f => f.InboundMailId);
    }
}

internal sealed class EscalationLetterConfiguration : IEntityTypeConfiguration<EscalationLetter>
{
    public void Configure(EntityTypeBuilder<EscalationLetter> builder)
    {
        builder.ToTable("Letters");
        builder.Property(l => l.Language).HasMaxLength(2);
        builder.Property(l => l.Addressee).HasMaxLength(EscalationLetter.AddresseeLength);
        builder.Property(l => l.Signatory).HasMaxLength(200);
        builder.Property(l => l.RegistryNumber).HasMaxLength(EscalationLetter.RegistryLength);
        builder.HasIndex(l => l.Day);
        builder.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.LetterId);
    }
}

internal sealed class EscalationLetterItemConfiguration : IEntityTypeConfiguration<EscalationLetterItem>
{
    public void Configure(EntityTypeBuilder<EscalationLetterItem> builder)
    {
        builder.ToTable("LetterItems");
        builder.Property(i => i.ObligationKey).HasMaxLength(200);
        builder.Property(i => i.PlanCode).HasMaxLength(60);
        builder.Property(i => i.Number).HasMaxLength(60);
        builder.Property(i => i.Period).HasMaxLength(10);
        builder.HasIndex(i => new { i.ObligationKey, i.InstitutionId }).IsUnique();
    }
}

internal sealed class MailTemplateConfiguration : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> builder)
    {
        builder.ToTable("Templates");
        builder.Ignore(t => t.Words);
        builder.Property(t => t.Language).HasMaxLength(2);
        builder.Property(t => t.Subject).HasMaxLength(MailTemplate.LineLength);
        builder.Property(t => t.Greeting).HasMaxLength(MailTemplate.LineLength);
        builder.Property(t => t.Intro).HasMaxLength(MailTemplate.TextLength);
        builder.Property(t => t.Closing).HasMaxLength(MailTemplate.TextLength);
        builder.HasIndex(t => new { t.Kind, t.Language }).IsUnique();
    }
}

internal sealed class WebhookSubscriptionConfiguration : IEntityTypeConfiguration<WebhookSubscription>
{
    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("Webhooks");
        builder.Ignore(w => w.EventNames);
        builder.Property(w => w.Name).HasMaxLength(WebhookSubscription.NameLength);
        builder.Property(w => w.Address).HasMaxLength(WebhookSubscription.AddressLength);
        builder.Property(w => w.Secret).HasMaxLength(1000).IsSecret();
        builder.Property(w => w.Events).HasMaxLength(2000);
        builder.Property(w => w.Stopped).HasMaxLength(20);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        // It is its own record; the audit log need not hold it twice.
        builder.Metadata.SetAnnotation(ModuleDbContext.NotAudited, ModuleDbContext.WhenCreated);
        builder.Property(d => d.Event).HasMaxLength(200);
        builder.Property(d => d.LastError).HasMaxLength(OutgoingMailConfiguration.ErrorLength);
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => d.SubscriptionId);
        builder.HasIndex(d => new { d.SubscriptionId, d.CreatedAt });
        builder.HasIndex(d => new { d.State, d.NextAttemptAt });
        builder.HasIndex(d => d.ClaimedBy);
    }
}
