// The Media module's tables.
namespace CommunicationStrategy.Media.Data;

internal sealed class MediaDbContext(DbContextOptions<MediaDbContext> options) : ModuleDbContext(options, "media")
{
}
