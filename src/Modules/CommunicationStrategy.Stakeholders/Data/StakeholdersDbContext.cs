// The Stakeholders module's tables.
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Data;

internal sealed class StakeholdersDbContext(DbContextOptions<StakeholdersDbContext> options) : ModuleDbContext(options, "stakeholders")
{
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<InstitutionName> Names => Set<InstitutionName>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<StakeholderProfile> Profiles => Set<StakeholderProfile>();
    public DbSet<Interaction> Interactions => Set<Interaction>();

    /// <summary>New parts of an aggregate carry ids of their own making, so they are added by hand.</summary>
    public void AddNew(IEnumerable<Entity> parts)
    {
        foreach (var part in parts.Where(p => Entry(p).State == EntityState.Detached)) Add(part);
    }
}
