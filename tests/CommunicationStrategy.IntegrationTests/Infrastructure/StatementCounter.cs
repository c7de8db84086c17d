// Counts the SQL statements the product under test sends; one request at a time, so no flow needs to be told apart.
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunicationStrategy.IntegrationTests.Infrastructure;

public sealed class StatementCounter : DbCommandInterceptor
{
    private readonly List<string> statements = [];

    /// <summary>The statements that the action sent, in order.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> action)
    {
        lock (statements) statements.Clear();
        await action();
        lock (statements) return [.. statements];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Noted(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    private T Noted<T>(DbCommand command, T result)
    {
        lock (statements) statements.Add(command.CommandText);
        return result;
    }
}
