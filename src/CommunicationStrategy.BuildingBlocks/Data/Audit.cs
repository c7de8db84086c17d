// Who changed what, when and from which value: written in the same transaction as the change, append-only.
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunicationStrategy.BuildingBlocks;

public enum AuditAction { Created, Changed, Removed }

/// <summary>One change of one entity. <see cref="Changes"/> is JSON: property -> [old, new].</summary>
public sealed class AuditEntry : Entity
{
    public DateTimeOffset At { get; init; }
    public string Who { get; init; } = "";
    public CallerKind CallerKind { get; init; }
    public Guid? WhoId { get; init; }
    public AuditAction Action { get; init; }
    public string EntityType { get; init; } = "";
    public string EntityId { get; init; } = "";
    public string Changes { get; init; } = "";
    public string? CorrelationId { get; init; }
}

/// <summary>Stamps roots, writes audit entries, and wakes the dispatcher when the outbox got something.</summary>
internal sealed class SaveInterceptor(CallerScope caller, TimeProvider clock, IOutboxSignal signal) : SaveChangesInterceptor
{
    private static readonly string[] Stamps = [nameof(Root.Version), nameof(Root.CreatedAt), nameof(Root.CreatedBy), nameof(Root.ChangedAt), nameof(Root.ChangedBy)];
    private bool raised;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Prepare((ModuleDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (raised) signal.Raised();
        raised = false;
        return ValueTask.FromResult(result);
    }

    private void Prepare(ModuleDbContext context)
    {
        var now = clock.GetUtcNow();
        var who = caller.Current;
        var entries = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in entries)
        {
            if (entry.Entity is OutboxMessage { OccurredAt: var at } message && at == default)
            {
                message.OccurredAt = message.NextAttemptAt = now;
                raised = true;
            }

            if (entry.Entity is Root root && entry.State != EntityState.Deleted) root.Stamp(entry.State == EntityState.Added, now, who.Name);
        }

        foreach (var entry in entries)
        {
            if (entry.Metadata.FindAnnotation(ModuleDbContext.NotAudited) is { } not && (not.Value is not ModuleDbContext.WhenCreated || entry.State == EntityState.Added)) continue;
            context.Audit.Add(new AuditEntry
            {
                At = now,
                Who = who.Name,
                CallerKind = who.Kind,
                WhoId = who.Id,
                Action = entry.State switch { EntityState.Added => AuditAction.Created, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
                EntityType = entry.Metadata.ClrType.Name,
                EntityId = string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.CurrentValues[p])),
                Changes = JsonSerializer.Serialize(Changes(entry), LocalizedTextJson.Plain),
                CorrelationId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            });
        }
    }

    private static Dictionary<string, object?[]> Changes(EntityEntry entry)
    {
        var changes = new Dictionary<string, object?[]>();
        foreach (var property in Properties(entry))
        {
            var name = property.Metadata.Name;
            if (property.Metadata.IsPrimaryKey() || Stamps.Contains(name)) continue;
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after) || (before is null && after is "")) continue;
            changes[name] = property.Metadata.FindAnnotation(ModuleDbContext.Secret) is null ? [Plain(before), Plain(after)] : ["•••", "•••"];
        }

        return changes;
    }

    // Complex values (a deadline, an address) are part of their entity's entry.
    private static IEnumerable<PropertyEntry> Properties(EntityEntry entry) => entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties));

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or long or decimal or double => value,
        Enum e => e.ToString(),
        LocalizedText text => text.All,
        DateOnly day => day.ToString("yyyy-MM-dd"),
        IEnumerable<DateOnly> days => days.Select(d => d.ToString("yyyy-MM-dd")).ToArray(),
        DateTimeOffset at => at.ToUniversalTime().ToString("O"),
        byte[] bytes => $"{bytes.Length} bytes",
        _ => value.ToString(),
    };
}
