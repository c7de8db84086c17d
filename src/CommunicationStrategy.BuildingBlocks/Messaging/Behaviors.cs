// The one gate every request passes: log, permission, validation, and conflicts turned into failures.
using System.Diagnostics;
using System.Reflection;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>Logs the request's name, who, how long, and the failure's code. Never its contents. A question answered is no news: it is logged for debugging only.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger, CallerScope caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IFailable<TResponse>
{
    private static readonly bool Asks = typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        logger.Log(Asks && response.Failure is null ? LogLevel.Debug : LogLevel.Information, "{Request} by {CallerKind} {CallerId}: {Outcome} in {Milliseconds} ms",
            typeof(TRequest).Name, caller.Current.Kind, caller.Current.Id, response.Failure?.Code ?? "ok", (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return response;
    }
}

/// <summary>Refuses what the caller may not do. A request without a rule is refused to everyone.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(CallerScope caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IFailable<TResponse>
{
    private static readonly IReadOnlyList<Permission> Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.AnyOf ?? [];
    private static readonly bool Open = typeof(TRequest).IsDefined(typeof(AnyCallerAttribute));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Open || Needed.Any(caller.Current.May) ? next() : Task.FromResult(TResponse.Failed(Failure.Forbidden()));
}

/// <summary>Runs the request's validators; all messages come back at once, each with its field.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IFailable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new List<FieldError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorCode, e.ErrorMessage)));
        }

        return errors.Count == 0 ? await next() : TResponse.Failed(Failure.Invalid(errors));
    }
}

/// <summary>A lost race is an answer, not a crash: stale version, or a duplicate caught by a unique index.</summary>
internal sealed class ConflictBehavior<TRequest, TResponse>(IDatabase database) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IFailable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Failed(Failure.Stale());
        }
        catch (DbUpdateException exception) when (database.IsUniqueViolation(exception))
        {
            return TResponse.Failed(Failure.Duplicate());
        }
    }
}
