// What an institution has begun to write and not sent yet: nobody else reads it, nothing follows from it.
namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class ReportDraft(Guid activityId, Guid institutionId) : Root
{
    public Guid ActivityId { get; private set; } = activityId;
    public Guid InstitutionId { get; private set; } = institutionId;

    /// <summary>The form as it was typed, as JSON.</summary>
    public string Content { get; private set; } = "";

    public void Keep(string content) => Content = content;
}
