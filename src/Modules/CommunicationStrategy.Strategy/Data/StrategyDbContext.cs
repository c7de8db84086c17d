// The Strategy module's tables.
namespace CommunicationStrategy.Strategy.Data;

internal sealed class StrategyDbContext(DbContextOptions<StrategyDbContext> options) : ModuleDbContext(options, "strategy")
{
}
