// Adding and changing an institution. Its Romanian name is required; the same name twice is refused.
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

/// <summary>The fields that adding and changing share.</summary>
public interface IInstitutionFields
{
    LocalizedText Name { get; }
    LocalizedText Acronym { get; }
    string? Role { get; }
    string? Country { get; }
    string? Note { get; }

    /// <summary>As IANA names it, such as "Europe/Vienna"; null: the office's.</summary>
    string? TimeZone { get; }
}

[Requires(Permission.EditStakeholders)]
public sealed record AddInstitution(LocalizedText Name, LocalizedText Acronym, InstitutionType Type, string? Role = null, string? Country = null, string? Note = null, string? TimeZone = null)
    : ICommand<Guid>, IInstitutionFields;

[Requires(Permission.EditStakeholders)]
public sealed record EditInstitution(Guid Id, LocalizedText Name, LocalizedText Acronym, InstitutionType Type, string? Role, string? Country, string? Note, int Version, string? TimeZone = null)
    : ICommand, IInstitutionFields;

internal abstract class InstitutionFieldsValidator<T> : AbstractValidator<T>
    where T : IInstitutionFields
{
    protected InstitutionFieldsValidator()
    {
        RuleFor(c => c.Name).Must(n => n["ro"] is not null).WithErrorCode("stakeholders.name-required").WithMessage("The Romanian name is required.");
        RuleFor(c => c.Name).Must(n => n.All.Values.All(t => t.Length <= Institution.NameLength)).WithErrorCode("stakeholders.name-too-long").WithMessage("A name has at most 300 characters.");
        RuleFor(c => c.Acronym).Must(n => n.All.Values.All(t => t.Length <= 30)).WithErrorCode("stakeholders.acronym-too-long").WithMessage("An acronym has at most 30 characters.");
        RuleFor(c => c.Role).MaximumLength(200);
        RuleFor(c => c.Country).MaximumLength(10);
        RuleFor(c => c.Note).MaximumLength(1000);
        RuleFor(c => c.TimeZone).MaximumLength(60).Must(z => z is null || (z.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)))
            .WithErrorCode("stakeholders.time-zone").WithMessage("A time zone is named like Europe/Chisinau.");
    }
}

internal sealed class AddInstitutionValidator : InstitutionFieldsValidator<AddInstitution>;

internal sealed class EditInstitutionValidator : InstitutionFieldsValidator<EditInstitution>;

internal sealed class AddInstitutionHandler(StakeholdersDbContext db) : ICommandHandler<AddInstitution, Guid>
{
    public async Task<Result<Guid>> Handle(AddInstitution command, CancellationToken cancellationToken)
    {
        var institution = new Institution(command.Name, command.Acronym, command.Type);
        institution.Describe(command.Name, command.Acronym, command.Type, command.Role, command.Country, command.Note);
        institution.Live(command.TimeZone);
        if (await db.Institutions.AnyAsync(i => i.SortName == institution.SortName && !i.Archived, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Name), "stakeholders.name-exists", "An institution with this Romanian name exists already.");
        }

        db.Institutions.Add(institution);
        await db.SaveChangesAsync(cancellationToken);
        return institution.Id;
    }
}

internal sealed class EditInstitutionHandler(StakeholdersDbContext db) : ICommandHandler<EditInstitution>
{
    public async Task<Result> Handle(EditInstitution command, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(i => i.Names).SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), command.Id);

        db.Expect(institution, command.Version);
        institution.Describe(command.Name, command.Acronym, command.Type, command.Role, command.Country, command.Note);
        institution.Live(command.TimeZone);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
