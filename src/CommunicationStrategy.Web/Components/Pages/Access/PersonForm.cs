// What the forms that invite and change a person post, and how it is read.
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Web.Components.Pages.Access;

public sealed class PersonForm
{
    public string? DisplayName { get; set; }
    public string? Email { get; set; }

    /// <summary>No box ticked arrives as null.</summary>
    public List<string> Roles { get; set => field = value ?? []; } = [];
    public Guid? InstitutionId { get; set; }
    public string Language { get; set; } = "ro";
    public bool Disabled { get; set; }
    public int Version { get; set; }

    public IReadOnlyList<Role> ChosenRoles => [.. Roles.Where(r => Enum.IsDefined(typeof(Role), r)).Select(Enum.Parse<Role>)];
}
