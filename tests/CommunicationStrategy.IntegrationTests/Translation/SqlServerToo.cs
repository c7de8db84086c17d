// SQL Server without a server: every query that any test runs on another database is compiled by the SQL Server provider as well.
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace CommunicationStrategy.IntegrationTests.Translation;

/// <summary>
/// Called once per shape of query. A shape the SQL Server provider cannot write as SQL fails the test that runs it.
/// It shows that the query can be translated, not what a server answers.
/// </summary>
internal sealed class SqlServerToo : IQueryExpressionInterceptor
{
    private static readonly MethodInfo Compile = typeof(Microsoft.EntityFrameworkCore.Storage.IDatabase).GetMethod(nameof(Microsoft.EntityFrameworkCore.Storage.IDatabase.CompileQuery))!;
    private readonly ConcurrentDictionary<Type, DbContext> contexts = new();
    private int translated;

    /// <summary>How many shapes of query have been translated so far.</summary>
    public int Translated => translated;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is not ModuleDbContext context || context.Database.IsSqlServer()) return queryExpression;
        var server = contexts.GetOrAdd(context.GetType(), type => Create(type, context.Schema));
        lock (server)
        {
            try
            {
                var query = new OnModel(server.Model).Visit(queryExpression);
                var rows = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];
                Compile.MakeGenericMethod(rows is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(rows)).Invoke(server.GetService<Microsoft.EntityFrameworkCore.Storage.IDatabase>(), [query, false]);
            }
            catch (TargetInvocationException exception)
            {
                throw new InvalidOperationException($"SQL Server cannot run this query: {exception.InnerException!.Message}", exception.InnerException);
            }
        }

        Interlocked.Increment(ref translated);
        return queryExpression;
    }

    private static DbContext Create(Type contextType, string schema)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        new SqlServerDatabase().Configure(builder, "Server=nowhere;Database=none", schema);
        return (DbContext)Activator.CreateInstance(contextType, builder.Options)!;
    }

    /// <summary>Moves a query from the model it was written on to the SQL Server one.</summary>
    private sealed class OnModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);
    }
}
