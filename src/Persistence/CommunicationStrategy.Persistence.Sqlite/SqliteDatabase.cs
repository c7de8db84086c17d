// SQLite: the embedded default, one file in the data folder, one writer at a time.
using System.Data.Common;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunicationStrategy.Persistence.Sqlite;

public sealed class SqliteDatabase : IDatabase
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public string Name => "Sqlite";

    public void Configure(DbContextOptionsBuilder options, string connectionString, string schema) =>
        options.UseSqlite(connectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name)
                .MigrationsHistoryTable($"__EFMigrationsHistory_{schema}"))
            .AddInterceptors(WriteAheadLog.Instance);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>Jobs live in memory: our tables are the record, and the schedule asks them again after a restart.</summary>
    public static void UseJobs(IGlobalConfiguration hangfire) => hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });

    /// <summary>Readers do not wait for the writer, and writers wait for each other instead of failing.</summary>
    private sealed class WriteAheadLog : DbConnectionInterceptor
    {
        public static readonly WriteAheadLog Instance = new();
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=30000; PRAGMA synchronous=NORMAL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
