// The Stakeholders module's tables.
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Data;

internal sealed class StakeholdersDbContext(DbContextOptions<StakeholdersDbContext> options) : ModuleDbContext(options, "stakeholders")
{
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<InstitutionName> Names => Set<InstitutionName>();
    public DbSet<Contact> Contacts => Set<Contact>();
}
