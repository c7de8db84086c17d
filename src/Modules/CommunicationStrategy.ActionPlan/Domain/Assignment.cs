// Who answers for an activity and who helps. The name stays as the plan wrote it; the register's institution stands beside it.
namespace CommunicationStrategy.ActionPlan.Domain;

public enum AssignmentRole { Lead, CoImplementer, Partner }

/// <summary>One institution as it is to be assigned.</summary>
/// <param name="InstitutionId">Null: the register does not know the name yet; it waits in the match queue.</param>
/// <param name="ActsThrough">"MMJS prin ANOFM": the subordinate body that does the work.</param>
internal sealed record Assignee(AssignmentRole Role, string Name, Guid? InstitutionId, string? ActsThrough = null);

internal sealed class Assignment : Entity
{
    public const int NameLength = 1000;
    public const int KeyLength = 400;

    private Assignment()
    {
    }

    internal Assignment(Assignee assignee, int position)
    {
        Role = assignee.Role;
        NameAsWritten = assignee.Name.Trim();
        NameKey = KeyOf(NameAsWritten);
        InstitutionId = assignee.InstitutionId;
        ActsThrough = assignee.ActsThrough;
        Position = position;
    }

    public Guid ActivityId { get; private set; }
    public AssignmentRole Role { get; private set; }
    public string NameAsWritten { get; private set; } = "";

    /// <summary>The folded name, by which the match queue gathers one unknown institution from many activities.</summary>
    public string NameKey { get; private set; } = "";
    public Guid? InstitutionId { get; private set; }
    public string? ActsThrough { get; private set; }
    public int Position { get; private set; }

    public static string KeyOf(string name)
    {
        var key = SearchText.Fold(name);
        return key.Length > KeyLength ? key[..KeyLength] : key;
    }

    internal void Update(Assignee assignee, int position)
    {
        if (assignee.InstitutionId is not null) InstitutionId = assignee.InstitutionId;
        ActsThrough = assignee.ActsThrough;
        Position = position;
    }

    internal void Recognise(Guid institutionId) => InstitutionId = institutionId;
}
