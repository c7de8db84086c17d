// The model of the forms of an amendment.
namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

public sealed class AmendmentInput
{
    public string? Act { get; set; }
    public string? Reason { get; set; }
    public DateOnly? InForceFrom { get; set; }
}
