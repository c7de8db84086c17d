// Everything that runs by itself, on one screen. Times are the office's. Each command asks "what is due and not done by now",
// so that a missed, late or doubled run is harmless.
using Hangfire;

namespace CommunicationStrategy.Web.Jobs;

internal static class Schedule
{
    public static void Apply(IRecurringJobManager jobs, TimeZoneInfo zone)
    {
        var options = new RecurringJobOptions { TimeZone = zone, MisfireHandling = MisfireHandlingMode.Relaxed };
        jobs.AddOrUpdate<RequestJob<DispatchOutbox>>("outbox.dispatch", j => j.Run(CancellationToken.None), "* * * * *", options);
    }
}
