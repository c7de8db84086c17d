// What is written on the form of a webhook.
namespace CommunicationStrategy.Web.Components.Pages.Notifications;

public sealed class WebhookForm
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string[]? Events { get; set; }
    public string? InstitutionId { get; set; }
    public int Version { get; set; }
    public Guid? Institution => Guid.TryParse(InstitutionId, out var id) ? id : null;
}
