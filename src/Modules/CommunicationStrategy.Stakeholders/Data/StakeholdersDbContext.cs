// The Stakeholders module's tables.
namespace CommunicationStrategy.Stakeholders.Data;

internal sealed class StakeholdersDbContext(DbContextOptions<StakeholdersDbContext> options) : ModuleDbContext(options, "stakeholders")
{
}
