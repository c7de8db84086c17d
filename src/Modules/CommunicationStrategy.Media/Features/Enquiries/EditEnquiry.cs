// Entering an enquiry into the register, saying how it ended, changing the entry, putting it aside.
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Enquiries;

public interface IEnquiryCommand
{
    EnquiryFacts Facts { get; }
}

[Requires(Permission.EditMedia)]
public sealed record LogEnquiry(EnquiryFacts Facts) : ICommand<Guid>, IEnquiryCommand;

[Requires(Permission.EditMedia)]
public sealed record EditEnquiry(Guid Id, EnquiryFacts Facts, int Version) : ICommand, IEnquiryCommand;

/// <summary>Says how an enquiry ended and when; <see cref="EnquiryState.Open"/> takes that back.</summary>
/// <param name="Ground">The legal ground of a refusal, the body of a transfer: needed for these two.</param>
[Requires(Permission.EditMedia)]
public sealed record SettleEnquiry(Guid Id, EnquiryState State, DateTimeOffset? At, string? Ground, int Version) : ICommand;

/// <summary>Takes an enquiry out of lists and counts, or puts it back.</summary>
[Requires(Permission.EditMedia)]
public sealed record ArchiveEnquiry(Guid Id, bool Archived, int Version) : ICommand;

// The fields answer under their own names, for that is what the form calls them.
internal abstract class EnquiryValidator<T> : AbstractValidator<T>
    where T : IEnquiryCommand
{
    protected EnquiryValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts.Outlet).NotEmpty().MaximumLength(200).OverridePropertyName("Outlet");
        RuleFor(c => c.Facts.Subject).NotEmpty().MaximumLength(500).OverridePropertyName("Subject");
        RuleFor(c => c.Facts.Language).NotEmpty().Matches("^[a-z]{2}$").WithErrorCode("media.language-form").WithMessage("The language is two letters, such as ro.").OverridePropertyName("Language");
        RuleFor(c => c.Facts.ReceivedAt).Must(at => at != default).WithErrorCode("required").WithMessage("Fill in this field.")
            .LessThanOrEqualTo(_ => clock.GetUtcNow()).WithErrorCode("media.future-moment").WithMessage("This moment lies in the future.").OverridePropertyName("ReceivedAt");
        RuleFor(c => c.Facts.DueAt).Must(at => at != default).WithErrorCode("required").WithMessage("Fill in this field.")
            .GreaterThanOrEqualTo(c => c.Facts.ReceivedAt).WithErrorCode("media.due-before").WithMessage("It cannot be due before it came.").OverridePropertyName("DueAt");
    }
}

internal sealed class LogEnquiryValidator(TimeProvider clock) : EnquiryValidator<LogEnquiry>(clock);

internal sealed class EditEnquiryValidator(TimeProvider clock) : EnquiryValidator<EditEnquiry>(clock);

internal sealed class SettleEnquiryValidator : AbstractValidator<SettleEnquiry>
{
    public SettleEnquiryValidator(TimeProvider clock)
    {
        RuleFor(c => c.At).Must(at => !(at > clock.GetUtcNow())).WithErrorCode("media.future-moment").WithMessage("This moment lies in the future.");
        RuleFor(c => c.At).NotNull().When(c => c.State != EnquiryState.Open);
        RuleFor(c => c.Ground).MaximumLength(500);
    }
}

internal sealed class LogEnquiryHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<LogEnquiry, Guid>
{
    public async Task<Result<Guid>> Handle(LogEnquiry command, CancellationToken cancellationToken)
    {
        if (await MediaRules.ActivityAsync(mediator, command.Facts.ActivityId, cancellationToken) is { } failure) return failure;
        var enquiry = new Enquiry(command.Facts);
        db.Enquiries.Add(enquiry);
        await db.SaveChangesAsync(cancellationToken);
        return enquiry.Id;
    }
}

internal sealed class EditEnquiryHandler(MediaDbContext db, IMediator mediator) : ICommandHandler<EditEnquiry>
{
    public async Task<Result> Handle(EditEnquiry command, CancellationToken cancellationToken)
    {
        if (await MediaRules.ActivityAsync(mediator, command.Facts.ActivityId, cancellationToken) is { } failure) return failure;
        return await db.ChangeAsync<Enquiry>(command.Id, command.Version, enquiry => enquiry.Describe(command.Facts), cancellationToken);
    }
}

internal sealed class SettleEnquiryHandler(MediaDbContext db) : ICommandHandler<SettleEnquiry>
{
    public Task<Result> Handle(SettleEnquiry command, CancellationToken cancellationToken) =>
        db.ChangeAsync<Enquiry>(command.Id, command.Version, enquiry => enquiry.Settle(command.State, command.At, command.Ground), cancellationToken);
}

internal sealed class ArchiveEnquiryHandler(MediaDbContext db) : ICommandHandler<ArchiveEnquiry>
{
    public Task<Result> Handle(ArchiveEnquiry command, CancellationToken cancellationToken) =>
        db.ChangeAsync<Enquiry>(command.Id, command.Version, enquiry => enquiry.Archive(command.Archived), cancellationToken);
}
