// The Access module's tables.
namespace CommunicationStrategy.Access.Data;

internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : ModuleDbContext(options, "access")
{
}
