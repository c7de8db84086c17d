// The register of institutions: who they are, how plans write their names, and whom to write to.
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Stakeholders.Domain;

/// <summary>What an institution is, in the register's own words.</summary>
public enum InstitutionType { CentralAuthority, Subordinate, Judicial, Independent, LocalAuthority, Coordination, Ngo, International, Donor, Media, Academia, Private, Group }

/// <summary>An institution of the anti-trafficking community. Deleting is archiving.</summary>
internal sealed class Institution : Root
{
    public const int NameLength = 300;
    private readonly List<InstitutionName> names = [];
    private readonly List<Contact> contacts = [];

    private Institution()
    {
    }

    public Institution(LocalizedText name, LocalizedText acronym, InstitutionType type) => Describe(name, acronym, type, null, null, null);

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public LocalizedText Acronym { get; private set; } = LocalizedText.Empty;
    public InstitutionType Type { get; private set; }
    public string? Role { get; private set; }
    public string? Country { get; private set; }
    public string? Note { get; private set; }

    /// <summary>As IANA names it, such as "Europe/Vienna": by whose clock its people are written to; null: the office's.</summary>
    public string? TimeZone { get; private set; }
    public bool Archived { get; private set; }

    /// <summary>Romanian name folded for alphabetical order, and all names for search.</summary>
    public string SortName { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public IReadOnlyList<InstitutionName> Names => names;
    public IReadOnlyList<Contact> Contacts => contacts;

    public void Describe(LocalizedText name, LocalizedText acronym, InstitutionType type, string? role, string? country, string? note)
    {
        (Name, Acronym, Type, Role, Country, Note) = (name, acronym, type, role, country, note);
        SortName = Cut(BuildingBlocks.SearchText.Fold(name.In("ro")));
        names.RemoveAll(n => n.Kind != NameKind.Alias);
        foreach (var text in name.All.Values) Know(text, NameKind.Name);
        foreach (var text in acronym.All.Values) Know(text, NameKind.Acronym);
        Index();
    }

    public void Live(string? timeZone) => TimeZone = timeZone;

    /// <summary>Remembers how somebody wrote this institution's name; false when it was known already.</summary>
    public bool AddAlias(string written)
    {
        var known = names.Count;
        Know(written, NameKind.Alias);
        Index();
        return names.Count > known;
    }

    public Result Archive()
    {
        if (Archived) return Failure.Rule("stakeholders.already-archived", "The institution is archived already.");
        Archived = true;
        return Result.Success;
    }

    public Result Restore()
    {
        if (!Archived) return Failure.Rule("stakeholders.not-archived", "The institution is not archived.");
        Archived = false;
        return Result.Success;
    }

    public Contact AddContact(string name, string? position, string email, string language, ContactRole role)
    {
        var contact = new Contact(Id, name, position, email, language, role);
        contacts.Add(contact);
        return contact;
    }

    private void Know(string written, NameKind kind)
    {
        var key = Cut(BuildingBlocks.SearchText.Fold(written));
        if (key.Length > 0 && names.All(n => n.Key != key)) names.Add(new InstitutionName(Id, key, written.Trim(), kind));
    }

    private void Index() => SearchText = string.Join(" | ", names.Select(n => n.Key));

    private static string Cut(string text) => text.Length > NameLength ? text[..NameLength] : text;
}

internal enum NameKind { Name, Acronym, Alias }

/// <summary>One folded way of writing an institution's name. An acronym may belong to several institutions.</summary>
internal sealed class InstitutionName(Guid institutionId, string key, string written, NameKind kind) : Entity
{
    public Guid InstitutionId { get; private set; } = institutionId;
    public string Key { get; private set; } = key;
    public string Written { get; private set; } = written;
    public NameKind Kind { get; private set; } = kind;
}

/// <summary>A person who answers for the institution. Held on the basis of a public task; only work details.</summary>
internal sealed class Contact : Entity
{
    private Contact()
    {
    }

    public Contact(Guid institutionId, string name, string? position, string email, string language, ContactRole role)
    {
        InstitutionId = institutionId;
        Change(name, position, email, language, role, active: true);
    }

    public Guid InstitutionId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Position { get; private set; }
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "ro";
    public ContactRole Role { get; private set; }

    /// <summary>False when the person left or asked not to be contacted: nothing is sent any more.</summary>
    public bool Active { get; private set; }

    public void Change(string name, string? position, string email, string language, ContactRole role, bool active) =>
        (Name, Position, Email, Language, Role, Active) = (name.Trim(), position?.Trim(), email.Trim(), language, role, active);
}
