// The people of an institution: focal point, deputy, head. One address once per institution.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Contacts;

public interface IContactFields
{
    string Name { get; }
    string? Position { get; }
    string Email { get; }
    string Language { get; }
}

/// <param name="Version">The institution's version, for contacts are part of it.</param>
[Requires(Permission.EditStakeholders)]
public sealed record AddContact(Guid InstitutionId, string Name, string? Position, string Email, string Language, ContactRole Role, int Version) : ICommand<Guid>, IContactFields;

/// <param name="Active">False: the person left or is not to be contacted; nothing is sent any more.</param>
[Requires(Permission.EditStakeholders)]
public sealed record EditContact(Guid InstitutionId, Guid ContactId, string Name, string? Position, string Email, string Language, ContactRole Role, bool Active, int Version) : ICommand, IContactFields;

internal abstract class ContactFieldsValidator<T> : AbstractValidator<T>
    where T : IContactFields
{
    protected ContactFieldsValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Position).MaximumLength(200);
        RuleFor(c => c.Email).NotEmpty().MaximumLength(254).EmailAddress();
        RuleFor(c => c.Language).Must(l => LocalizedText.Languages.Contains(l)).WithErrorCode("stakeholders.language-unknown").WithMessage("The language is ro, ru or en.");
    }
}

internal sealed class AddContactValidator : ContactFieldsValidator<AddContact>;

internal sealed class EditContactValidator : ContactFieldsValidator<EditContact>;

internal sealed class AddContactHandler(StakeholdersDbContext db) : ICommandHandler<AddContact, Guid>
{
    public async Task<Result<Guid>> Handle(AddContact command, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(i => i.Contacts).SingleOrDefaultAsync(i => i.Id == command.InstitutionId, cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), command.InstitutionId);
        if (ContactRules.Taken(institution, command.Email, null)) return ContactRules.AddressExists;

        db.Expect(institution, command.Version);
        var contact = institution.AddContact(command.Name, command.Position, command.Email, command.Language, command.Role);
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(cancellationToken);
        return contact.Id;
    }
}

internal sealed class EditContactHandler(StakeholdersDbContext db) : ICommandHandler<EditContact>
{
    public async Task<Result> Handle(EditContact command, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(i => i.Contacts).SingleOrDefaultAsync(i => i.Id == command.InstitutionId, cancellationToken);
        var contact = institution?.Contacts.SingleOrDefault(c => c.Id == command.ContactId);
        if (institution is null || contact is null) return Failure.NotFound(nameof(Contact), command.ContactId);
        if (ContactRules.Taken(institution, command.Email, contact.Id)) return ContactRules.AddressExists;

        db.Expect(institution, command.Version);
        contact.Change(command.Name, command.Position, command.Email, command.Language, command.Role, command.Active);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class ContactRules
{
    public static readonly Failure AddressExists = Failure.Invalid("Email", "stakeholders.email-exists", "This institution has a contact with that address already.");

    public static bool Taken(Institution institution, string email, Guid? except) =>
        institution.Contacts.Any(c => c.Id != except && string.Equals(c.Email, email.Trim(), StringComparison.OrdinalIgnoreCase));
}
