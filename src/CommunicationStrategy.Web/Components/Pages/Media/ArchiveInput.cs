// What ArchiveForm posts.
namespace CommunicationStrategy.Web.Components.Pages.Media;

public sealed class ArchiveInput
{
    public int Version { get; set; }
    public bool Archived { get; set; }
}
