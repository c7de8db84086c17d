// Entering an event into the register, changing the entry, putting it aside.
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Events;

public interface IEventCommand
{
    EventFacts Facts { get; }
}

[Requires(Permission.EditMedia)]
public sealed record LogEvent(EventFacts Facts) : ICommand<Guid>, IEventCommand;

[Requires(Permission.EditMedia)]
public sealed record EditEvent(Guid Id, EventFacts Facts, int Version) : ICommand, IEventCommand;

/// <summary>Takes an event out of lists and counts, or puts it back.</summary>
[Requires(Permission.EditMedia)]
public sealed record ArchiveEvent(Guid Id, bool Archived, int Version) : ICommand;

// The fields answer under their own names, for that is what the form calls them.
internal abstract class EventValidator<T> : AbstractValidator<T>
    where T : IEventCommand
{
    private const int MostPeople = 1_000_000;

    protected EventValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts.Title).Titled().OverridePropertyName("Title");
        RuleFor(c => c.Facts.HeldOn).Must(d => d != default).WithErrorCode("required").WithMessage("Fill in this field.").OverridePropertyName("HeldOn");
        RuleFor(c => c.Facts.Place).MaximumLength(200).OverridePropertyName("Place");
        RuleFor(c => c.Facts.Attendance).InclusiveBetween(0, MostPeople)
            .Must((c, people) => people is null || c.Facts.HeldOn <= clock.Today()).WithErrorCode("media.not-yet-held").WithMessage("Who came is known only when the event is over.").OverridePropertyName("Attendance");
        RuleFor(c => c.Facts.Journalists).InclusiveBetween(0, MostPeople)
            .Must((c, people) => people is null || c.Facts.Attendance is null || people <= c.Facts.Attendance).WithErrorCode("media.more-journalists").WithMessage("Journalists are part of all who came.").OverridePropertyName("Journalists");
        RuleFor(c => c.Facts.Accredited).InclusiveBetween(0, MostPeople).OverridePropertyName("Accredited");
        RuleFor(c => c.Facts.Satisfaction).InclusiveBetween(0m, 100m).OverridePropertyName("Satisfaction");
    }
}

internal sealed class LogEventValidator(TimeProvider clock) : EventValidator<LogEvent>(clock);

internal sealed class EditEventValidator(TimeProvider clock) : EventValidator<EditEvent>(clock);

internal sealed class LogEventHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<LogEvent, Guid>
{
    public async Task<Result<Guid>> Handle(LogEvent command, CancellationToken cancellationToken)
    {
        if (await MediaRules.ActivityAsync(mediator, command.Facts.ActivityId, cancellationToken) is { } failure) return failure;
        var mediaEvent = new MediaEvent(command.Facts);
        db.Events.Add(mediaEvent);
        await db.SaveChangesAsync(cancellationToken);
        return mediaEvent.Id;
    }
}

internal sealed class EditEventHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<EditEvent>
{
    public async Task<Result> Handle(EditEvent command, CancellationToken cancellationToken)
    {
        if (await MediaRules.ActivityAsync(mediator, command.Facts.ActivityId, cancellationToken) is { } failure) return failure;
        return await db.ChangeAsync<MediaEvent>(command.Id, command.Version, mediaEvent =>
        {
            mediaEvent.Describe(command.Facts);
            return Result.Success;
        }, cancellationToken);
    }
}

internal sealed class ArchiveEventHandler(MediaDbContext db) : ICommandHandler<ArchiveEvent>
{
    public Task<Result> Handle(ArchiveEvent command, CancellationToken cancellationToken) =>
        db.ChangeAsync<MediaEvent>(command.Id, command.Version, mediaEvent => mediaEvent.Archive(command.Archived), cancellationToken);
}
