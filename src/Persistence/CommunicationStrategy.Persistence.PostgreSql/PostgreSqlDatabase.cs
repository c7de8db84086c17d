// PostgreSQL: where one machine or one writer is not enough.
using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace CommunicationStrategy.Persistence.PostgreSql;

public sealed class PostgreSqlDatabase : IDatabase
{
    public string Name => "PostgreSql";

    public void Configure(DbContextOptionsBuilder options, string connectionString, string schema) =>
        options.UseNpgsql(ForShortQuestions(connectionString), npgsql => npgsql
            .MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name)
            .MigrationsHistoryTable($"__EFMigrationsHistory_{schema}", schema)
            .EnableRetryOnFailure());

    /// <summary>A page asks many short questions: compiling one (PostgreSQL's JIT, on by default) takes a second and saves milliseconds. Options that are given stand.</summary>
    private static string ForShortQuestions(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c jit=off";
        return settings.ConnectionString;
    }

    public bool IsUniqueViolation(DbUpdateException exception) => exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static void UseJobs(IGlobalConfiguration hangfire, string connectionString) =>
        hangfire.UsePostgreSqlStorage(
            storage => storage.UseNpgsqlConnection(connectionString),
            new PostgreSqlStorageOptions { UseSlidingInvisibilityTimeout = true, QueuePollInterval = TimeSpan.FromSeconds(1) });
}
