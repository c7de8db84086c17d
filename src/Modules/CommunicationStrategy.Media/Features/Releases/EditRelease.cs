// Entering a release into the register, changing the entry, putting it aside.
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Releases;

public interface IReleaseCommand
{
    ReleaseFacts Facts { get; }
}

[Requires(Permission.EditMedia)]
public sealed record LogRelease(ReleaseFacts Facts) : ICommand<Guid>, IReleaseCommand;

[Requires(Permission.EditMedia)]
public sealed record EditRelease(Guid Id, ReleaseFacts Facts, int Version) : ICommand, IReleaseCommand;

/// <summary>Takes a release out of lists and counts, or puts it back.</summary>
[Requires(Permission.EditMedia)]
public sealed record ArchiveRelease(Guid Id, bool Archived, int Version) : ICommand;

// The fields answer under their own names, for that is what the form calls them.
internal abstract class ReleaseValidator<T> : AbstractValidator<T>
    where T : IReleaseCommand
{
    protected ReleaseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts.Number).NotEmpty().MaximumLength(40).OverridePropertyName("Number");
        RuleFor(c => c.Facts.Title).Titled().OverridePropertyName("Title");
        RuleFor(c => c.Facts.IssuedOn).Must(d => d != default).WithErrorCode("required").WithMessage("Fill in this field.").LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("media.future-issue")
            .WithMessage("The register holds what was issued: the day is not in the future.").OverridePropertyName("IssuedOn");
        RuleFor(c => c.Facts.Url).WebAddress().OverridePropertyName("Url");
        RuleFor(c => c.Facts.CorrectedOn).Must((c, on) => on is null || on >= c.Facts.IssuedOn).WithErrorCode("media.corrected-before").WithMessage("It cannot have been corrected before it was issued.")
            .Must((c, on) => on is not null || string.IsNullOrWhiteSpace(c.Facts.Correction)).WithErrorCode("media.corrected-on-required").WithMessage("Say when it was corrected.").OverridePropertyName("CorrectedOn");
        RuleFor(c => c.Facts.Correction).MaximumLength(1000).Must((c, text) => c.Facts.CorrectedOn is null || !string.IsNullOrWhiteSpace(text)).WithErrorCode("media.correction-required")
            .WithMessage("Say what was corrected.").OverridePropertyName("Correction");
    }
}

internal sealed class LogReleaseValidator(TimeProvider clock) : ReleaseValidator<LogRelease>(clock);

internal sealed class EditReleaseValidator(TimeProvider clock) : ReleaseValidator<EditRelease>(clock);

internal sealed class LogReleaseHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<LogRelease, Guid>
{
    public async Task<Result<Guid>> Handle(LogRelease command, CancellationToken cancellationToken)
    {
        if (await ReleaseRules.CheckAsync(db, mediator, command.Facts, null, cancellationToken) is { } failure) return failure;
        var release = new PressRelease(command.Facts);
        db.Releases.Add(release);
        await db.SaveChangesAsync(cancellationToken);
        return release.Id;
    }
}

internal sealed class EditReleaseHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<EditRelease>
{
    public async Task<Result> Handle(EditRelease command, CancellationToken cancellationToken)
    {
        if (await ReleaseRules.CheckAsync(db, mediator, command.Facts, command.Id, cancellationToken) is { } failure) return failure;
        return await db.ChangeAsync<PressRelease>(command.Id, command.Version, release =>
        {
            release.Describe(command.Facts);
            return Result.Success;
        }, cancellationToken);
    }
}

internal sealed class ArchiveReleaseHandler(MediaDbContext db) : ICommandHandler<ArchiveRelease>
{
    public Task<Result> Handle(ArchiveRelease command, CancellationToken cancellationToken) =>
        db.ChangeAsync<PressRelease>(command.Id, command.Version, release => release.Archive(command.Archived), cancellationToken);
}

internal static class ReleaseRules
{
    /// <summary>The number is new and the activity exists. The unique index is the truth; this gives the good message.</summary>
    public static async Task<Failure?> CheckAsync(MediaDbContext db, IMediator mediator, ReleaseFacts facts, Guid? except, CancellationToken cancellationToken)
    {
        var number = facts.Number.Trim();
        if (await db.Releases.AnyAsync(r => r.Number == number && r.Id != except, cancellationToken)) return Failure.Invalid("Number", "media.number-exists", "The register has this number already.");
        return await MediaRules.ActivityAsync(mediator, facts.ActivityId, cancellationToken);
    }
}
