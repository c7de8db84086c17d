// The words of CQRS here. A request is a record in Features; its handler stands in the same file.
namespace CommunicationStrategy.BuildingBlocks;

public interface ICommand : IRequest<Result>;
public interface ICommand<T> : IRequest<Result<T>>;
public interface IQuery<T> : IRequest<Result<T>>;

public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Result>
    where TCommand : ICommand;

public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;

public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>>
    where TQuery : IQuery<T>;

/// <summary>What one module tells the others, through its outbox. Lives in Contracts and carries an <see cref="EventNameAttribute"/>.</summary>
public interface IIntegrationEvent;

/// <summary>The stable name under which an event is stored, such as "action-plan.activity-postponed.v1".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Handles another module's event, once, inside a transaction on its own module's context.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IIntegrationEvent
{
    Task Handle(TEvent integrationEvent, CancellationToken cancellationToken);
}
