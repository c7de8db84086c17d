// How jobs run: a command sent through the same gate as everything else. Failing throws, so that Hangfire tries again.
using Hangfire;
using MediatR;

namespace CommunicationStrategy.Web.Jobs;

/// <summary>A command without arguments, run by the schedule as the system.</summary>
internal sealed class RequestJob<TCommand>(IMediator mediator, CallerScope caller)
    where TCommand : ICommand, new()
{
    [AutomaticRetry(Attempts = 3, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    public async Task Run(CancellationToken cancellationToken)
    {
        caller.Current = Caller.System(typeof(TCommand).Name);
        var result = await mediator.Send(new TCommand(), cancellationToken);
        if (!result.IsSuccess) throw new InvalidOperationException($"{typeof(TCommand).Name}: {result.Failure.Code} {result.Failure.Message}");
    }
}

/// <summary>Long work that a person started and may walk away from: runs with that person's rights and name.</summary>
internal sealed class PersonJob<TCommand>(IMediator mediator, CallerScope scope)
    where TCommand : ICommand
{
    [AutomaticRetry(Attempts = 0)]
    public async Task Run(TCommand command, Caller caller, CancellationToken cancellationToken)
    {
        scope.Current = caller;
        var result = await mediator.Send(command, cancellationToken);
        if (!result.IsSuccess) throw new InvalidOperationException($"{typeof(TCommand).Name}: {result.Failure.Code} {result.Failure.Message}");
    }
}

internal static class PersonJobs
{
    /// <summary>Queues long work in the name of the person who starts it.</summary>
    public static void Start<TCommand>(this IBackgroundJobClient jobs, TCommand command, Caller caller)
        where TCommand : ICommand
    {
        // A plain array: the job store cannot read back the list types that the compiler makes for [..].
        var person = caller with { Permissions = caller.Permissions.ToArray() };
        jobs.Enqueue<PersonJob<TCommand>>(j => j.Run(command, person, CancellationToken.None));
    }
}

/// <summary>Wakes the outbox dispatcher through the job queue; the minute's schedule covers a wake-up that is lost.</summary>
internal sealed class OutboxSignal(IServiceProvider services) : IOutboxSignal
{
    public void Raised() => services.GetRequiredService<IBackgroundJobClient>().Enqueue<RequestJob<DispatchOutbox>>(j => j.Run(CancellationToken.None));
}
