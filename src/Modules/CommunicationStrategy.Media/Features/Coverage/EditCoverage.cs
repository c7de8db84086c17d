// Logging and changing an item of coverage. The same address is logged once.
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Coverage;

public interface ICoverageFields : ICoverageCoding
{
    string Outlet { get; }
    string Title { get; }
    string Url { get; }
    DateOnly PublishedOn { get; }
    string Language { get; }
    int Tone { get; }
    string? Quote { get; }
}

/// <param name="Tone">From -2 (very negative) to 2 (very positive).</param>
/// <param name="Quote">At most 500 characters: a quote, not the article.</param>
[Requires(Permission.EditMedia)]
public sealed record LogCoverage(string Outlet, string Title, string Url, DateOnly PublishedOn, string Language, CoverageKind Kind, int Tone, Guid? ActivityId, string? Quote) : ICommand<Guid>, ICoverageFields
{
    public CoverageOrigin Origin { get; init; }
    public IReadOnlyList<Guid> Messages { get; init; } = [];
    public IReadOnlyList<EthicsFlag> Ethics { get; init; } = [];
    public bool? NamesUs { get; init; }
    public CorrectionState Correction { get; init; }
}

[Requires(Permission.EditMedia)]
public sealed record EditCoverage(Guid Id, string Outlet, string Title, string Url, DateOnly PublishedOn, string Language, CoverageKind Kind, int Tone, Guid? ActivityId, string? Quote, int Version) : ICommand, ICoverageFields
{
    public CoverageOrigin Origin { get; init; }
    public IReadOnlyList<Guid> Messages { get; init; } = [];
    public IReadOnlyList<EthicsFlag> Ethics { get; init; } = [];
    public bool? NamesUs { get; init; }
    public CorrectionState Correction { get; init; }
}

/// <summary>Takes an item out of lists and counts, or puts it back.</summary>
[Requires(Permission.EditMedia)]
public sealed record ArchiveCoverage(Guid Id, bool Archived, int Version) : ICommand;

internal abstract class CoverageFieldsValidator<T> : AbstractValidator<T>
    where T : ICoverageFields
{
    private const int MostMessages = 20;

    protected CoverageFieldsValidator(TimeProvider clock)
    {
        RuleFor(c => c.Outlet).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Title).NotEmpty().MaximumLength(500);
        RuleFor(c => c.Url).NotEmpty().MaximumLength(800)
            .Must(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https").WithErrorCode("media.url-form").WithMessage("The address begins with http:// or https://.");
        RuleFor(c => c.PublishedOn).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("media.future-date").WithMessage("The day of publication is not in the future.");
        RuleFor(c => c.Language).NotEmpty().Matches("^[a-z]{2}$").WithErrorCode("media.language-form").WithMessage("The language is two letters, such as ro.");
        RuleFor(c => c.Tone).InclusiveBetween(-2, 2);
        RuleFor(c => c.Quote).MaximumLength(500);
        RuleFor(c => c.Messages).Must(m => m.Count <= MostMessages).WithErrorCode("media.messages-most").WithMessage("At most 20 messages.");
    }
}

internal sealed class LogCoverageValidator(TimeProvider clock) : CoverageFieldsValidator<LogCoverage>(clock);

internal sealed class EditCoverageValidator(TimeProvider clock) : CoverageFieldsValidator<EditCoverage>(clock);

internal sealed class LogCoverageHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<LogCoverage, Guid>
{
    public async Task<Result<Guid>> Handle(LogCoverage command, CancellationToken cancellationToken)
    {
        if (await CoverageRules.CheckAsync(db, mediator, command, command.ActivityId, null, cancellationToken) is { } failure) return failure;
        var item = new CoverageItem(command.Outlet, command.Title, command.Url, command.PublishedOn, command.Language, command.Kind, command.Tone, command.ActivityId, command.Quote);
        item.Code(command);
        db.Coverage.Add(item);
        await db.SaveChangesAsync(cancellationToken);
        return item.Id;
    }
}

internal sealed class EditCoverageHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<EditCoverage>
{
    public async Task<Result> Handle(EditCoverage command, CancellationToken cancellationToken)
    {
        var item = await db.Coverage.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        if (item is null) return Failure.NotFound(nameof(CoverageItem), command.Id);
        if (await CoverageRules.CheckAsync(db, mediator, command, command.ActivityId, command.Id, cancellationToken) is { } failure) return failure;

        db.Expect(item, command.Version);
        item.Describe(command.Outlet, command.Title, command.Url, command.PublishedOn, command.Language, command.Kind, command.Tone, command.ActivityId, command.Quote);
        item.Code(command);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class ArchiveCoverageHandler(MediaDbContext db) : ICommandHandler<ArchiveCoverage>
{
    public Task<Result> Handle(ArchiveCoverage command, CancellationToken cancellationToken) =>
        db.ChangeAsync<CoverageItem>(command.Id, command.Version, item => item.Archive(command.Archived), cancellationToken);
}

internal static class CoverageRules
{
    /// <summary>The address is new, the messages and the activity exist. The unique index is the truth; this gives the good message.</summary>
    public static async Task<Failure?> CheckAsync(MediaDbContext db, IMediator mediator, ICoverageFields fields, Guid? activityId, Guid? except, CancellationToken cancellationToken)
    {
        var address = fields.Url.Trim();
        if (await db.Coverage.AnyAsync(c => c.Url == address && c.Id != except, cancellationToken)) return Failure.Invalid("Url", "media.url-exists", "This address has been logged already.");
        if (fields.Messages.Count > 0)
        {
            var known = await mediator.Send(new GetKeyMessages(), cancellationToken);
            if (!known.IsSuccess) return known.Failure;
            if (fields.Messages.Except(known.Value.Select(m => m.Id)).Any()) return Failure.Invalid("Messages", "media.message-unknown", "There is no such key message.");
        }

        return await MediaRules.ActivityAsync(mediator, activityId, cancellationToken);
    }
}
