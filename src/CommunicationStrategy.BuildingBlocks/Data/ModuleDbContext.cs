// The base of every module's DbContext: own schema, shared conventions, audit, outbox and inbox.
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunicationStrategy.BuildingBlocks;

/// <param name="options">From <c>AddModule</c>.</param>
/// <param name="schema">The module's schema, such as "action_plan"; SQLite has no schemas, so there it prefixes the tables.</param>
public abstract class ModuleDbContext(DbContextOptions options, string schema) : DbContext(options)
{
    public const string Secret = "cs:secret";
    public const string NotAudited = "cs:not-audited"; // Value WhenCreated: only their making is left out.
    public const string WhenCreated = "when-created";

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    internal DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public string Schema { get; } = schema;

    /// <summary>
    /// Says which version the caller has seen. The save fails with "stale version" when it is no longer the present one,
    /// and the root's version grows even if only its children changed.
    /// </summary>
    public void Expect(Root root, int version)
    {
        var entry = Entry(root);
        entry.Property(r => r.Version).OriginalValue = version;
        entry.Property(r => r.ChangedAt).IsModified = true;
    }

    /// <summary>Tells the other modules, in the same transaction as the change itself.</summary>
    public void Raise(IIntegrationEvent integrationEvent)
    {
        var name = integrationEvent.GetType().GetCustomAttribute<EventNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{integrationEvent.GetType().Name} has no [EventName].");
        Outbox.Add(new OutboxMessage(name, JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType())));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.Metadata.SetAnnotation(NotAudited, true);
            e.Property(m => m.Name).HasMaxLength(200);
            e.Property(m => m.LastError).HasMaxLength(2000);
            e.HasIndex(m => new { m.ProcessedAt, m.NextAttemptAt });
        });
        modelBuilder.Entity<InboxEntry>(e =>
        {
            e.Metadata.SetAnnotation(NotAudited, true);
            e.HasKey(i => new { i.MessageId, i.Handler });
            e.Property(i => i.Handler).HasMaxLength(200);
        });
        modelBuilder.Entity<AuditEntry>(e =>
        {
            e.Metadata.SetAnnotation(NotAudited, true);
            e.Property(a => a.EntityType).HasMaxLength(100);
            e.Property(a => a.EntityId).HasMaxLength(100);
            e.Property(a => a.Who).HasMaxLength(200);
            e.Property(a => a.CorrelationId).HasMaxLength(64);
            e.HasIndex(a => new { a.EntityType, a.EntityId });
            e.HasIndex(a => a.At);
        });
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);

        var sqlite = Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        if (!sqlite) modelBuilder.HasDefaultSchema(Schema);
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            if (sqlite && type.GetTableName() is { } table) type.SetTableName($"{Schema}_{table}");
            if (typeof(Entity).IsAssignableFrom(type.ClrType)) type.FindProperty(nameof(Entity.Id))!.ValueGenerated = ValueGenerated.Never;
            if (!typeof(Root).IsAssignableFrom(type.ClrType)) continue;
            type.FindProperty(nameof(Root.Version))!.IsConcurrencyToken = true;
            type.FindProperty(nameof(Root.CreatedBy))!.SetMaxLength(200);
            type.FindProperty(nameof(Root.ChangedBy))!.SetMaxLength(200);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    /// <summary>Instants are kept in UTC, to the microsecond: PostgreSQL keeps no more.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        v => new DateTime(v.UtcTicks - (v.UtcTicks % 10), DateTimeKind.Utc), v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    private sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(v => v.ToJson(), v => LocalizedText.FromJson(v));

    private sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>((a, b) => object.Equals(a, b), v => v.GetHashCode(), v => v);
}

public static class ModelExtensions
{
    /// <summary>The property's values never enter the audit log, only the fact that it changed.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property) => property.HasAnnotation(ModuleDbContext.Secret, true);
}
