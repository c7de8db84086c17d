// Everything that runs by itself, on one screen. Times are the office's. Each command asks "what is due and not done by now",
// so that a missed, late or doubled run is harmless.
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Inbox;
using Hangfire;

namespace CommunicationStrategy.Web.Jobs;

internal static class Schedule
{
    public static void Apply(IRecurringJobManager jobs, TimeZoneInfo zone)
    {
        var options = new RecurringJobOptions { TimeZone = zone, MisfireHandling = MisfireHandlingMode.Relaxed };
        jobs.AddOrUpdate<RequestJob<DispatchOutbox>>("outbox.dispatch", j => j.Run(CancellationToken.None), "* * * * *", options);
        jobs.AddOrUpdate<RequestJob<PutDueAmendmentsInForce>>("action-plan.put-due-amendments-in-force", j => j.Run(CancellationToken.None), "5 0 * * *", options);
        jobs.AddOrUpdate<RequestJob<OpenDueCollections>>("action-plan.open-due-collections", j => j.Run(CancellationToken.None), "10 6 * * *", options);
        jobs.AddOrUpdate<RequestJob<CloseDueCollections>>("action-plan.close-due-collections", j => j.Run(CancellationToken.None), "20 6 * * *", options);
        jobs.AddOrUpdate<RequestJob<KeepEvaluationFiles>>("monitoring.keep-evaluation-files", j => j.Run(CancellationToken.None), "* * * * *", options);
        jobs.AddOrUpdate<RequestJob<SendDueReminders>>("notifications.send-due-reminders", j => j.Run(CancellationToken.None), "*/5 * * * *", options);
        jobs.AddOrUpdate<RequestJob<SendWaiting>>("notifications.send-waiting", j => j.Run(CancellationToken.None), "* * * * *", options);
        jobs.AddOrUpdate<RequestJob<ReadInbox>>("notifications.read-inbox", j => j.Run(CancellationToken.None), "2-59/5 * * * *", options);
    }
}
