// Brings the database up to date: by the command `migrate`, and for SQLite at every start.
using CommunicationStrategy.ActionPlan.Features.Calendar;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CommunicationStrategy.Web.Host;

internal static class DatabaseStart
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.System("migrate");
        foreach (var module in scope.ServiceProvider.GetServices<ModuleContext>())
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(module.ContextType);
            await context.Database.MigrateAsync(cancellationToken);
        }

        // Data that the product cannot work without, and that an office changes afterwards.
        var calendar = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureCalendar(), cancellationToken);
        if (!calendar.IsSuccess) throw new InvalidOperationException(calendar.Failure.Message);
    }

    /// <summary>The names of modules whose tables are older than this program; empty when all is up to date.</summary>
    public static async Task<IReadOnlyList<string>> OutdatedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var outdated = new List<string>();
        foreach (var module in scope.ServiceProvider.GetServices<ModuleContext>())
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(module.ContextType);
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) outdated.Add(module.Schema);
        }

        return outdated;
    }
}
