// The ActionPlan module's tables.
namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class ActionPlanDbContext(DbContextOptions<ActionPlanDbContext> options) : ModuleDbContext(options, "action_plan")
{
}
