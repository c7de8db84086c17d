// What waits in the modules' outboxes and what could not be delivered: for the administrator's page.
using Microsoft.EntityFrameworkCore;

namespace CommunicationStrategy.Web.Host;

internal sealed record DeadMessage(string Name, DateTimeOffset OccurredAt, string? LastError);

/// <param name="Dead">The newest few of them.</param>
internal sealed record ModuleState(string Name, int Waiting, int DeadCount, IReadOnlyList<DeadMessage> Dead);

internal sealed class SystemState(IEnumerable<ModuleContext> modules, IServiceProvider services)
{
    private const int Shown = 5;

    public async Task<IReadOnlyList<ModuleState>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = new List<ModuleState>();
        foreach (var module in modules)
        {
            var outbox = ((ModuleDbContext)services.GetRequiredService(module.ContextType)).Set<OutboxMessage>().AsNoTracking();
            var waiting = await outbox.CountAsync(m => m.ProcessedAt == null && !m.Dead, cancellationToken);
            var count = await outbox.CountAsync(m => m.Dead, cancellationToken);
            var dead = count == 0 ? [] : await outbox.Where(m => m.Dead).OrderByDescending(m => m.OccurredAt).Take(Shown)
                .Select(m => new DeadMessage(m.Name, m.OccurredAt, m.LastError)).ToListAsync(cancellationToken);
            states.Add(new ModuleState(module.Schema, waiting, count, dead));
        }

        return states;
    }
}
