// What the house needs of a database driver; one implementation per Persistence project.
using Microsoft.EntityFrameworkCore;

namespace CommunicationStrategy.BuildingBlocks;

public interface IDatabase
{
    /// <summary>"Sqlite", "SqlServer" or "PostgreSql".</summary>
    string Name { get; }

    /// <summary>Sets the provider up for one module's context: migrations assembly, own history table, retries.</summary>
    void Configure(DbContextOptionsBuilder options, string connectionString, string schema);

    bool IsUniqueViolation(DbUpdateException exception);
}
