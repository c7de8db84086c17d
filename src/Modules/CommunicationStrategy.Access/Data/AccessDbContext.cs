// The Access module's tables: people with Identity's claims, logins and tokens, one-time links, sessions, data-protection keys.
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace CommunicationStrategy.Access.Data;

internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : ModuleDbContext(options, "access"), IDataProtectionKeyContext
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
