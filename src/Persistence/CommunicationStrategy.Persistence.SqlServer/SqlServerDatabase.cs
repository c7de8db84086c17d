// SQL Server: for offices that run one already.
using Hangfire;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace CommunicationStrategy.Persistence.SqlServer;

public sealed class SqlServerDatabase : IDatabase
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    public string Name => "SqlServer";

    public void Configure(DbContextOptionsBuilder options, string connectionString, string schema) =>
        options.UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name)
            .MigrationsHistoryTable($"__EFMigrationsHistory_{schema}", schema)
            .EnableRetryOnFailure());

    public bool IsUniqueViolation(DbUpdateException exception) => exception.InnerException is SqlException { Number: UniqueIndex or UniqueConstraint };

    public static void UseJobs(IGlobalConfiguration hangfire, string connectionString) =>
        hangfire.UseSqlServerStorage(connectionString, new SqlServerStorageOptions { SlidingInvisibilityTimeout = TimeSpan.FromMinutes(5), QueuePollInterval = TimeSpan.FromSeconds(1) });
}
