// What the product's list is compared to: a minimal API that sends the very same statements through the same provider and writes the rows as JSON.
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommunicationStrategy.Benchmarks;

/// <summary>A parameter as it can be written to a file: its name, its type's name and its value as text.</summary>
internal sealed record SavedParameter(string Name, string Type, IReadOnlyList<string> Values);

internal sealed record SavedStatement(string Text, IReadOnlyList<SavedParameter> Parameters);

/// <summary>Notes what the product sends, so that it can be sent again.</summary>
internal sealed class StatementRecorder : DbCommandInterceptor
{
    private readonly List<SavedStatement> statements = [];

    public IReadOnlyList<SavedStatement> Statements => statements;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        statements.Add(new SavedStatement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Saved)]));
        return ValueTask.FromResult(result);
    }

    private static SavedParameter Saved(DbParameter parameter) => parameter.Value is IEnumerable<Guid> ids
        ? new SavedParameter(parameter.ParameterName, "Guid[]", [.. ids.Select(i => i.ToString())])
        : new SavedParameter(parameter.ParameterName, parameter.Value!.GetType().Name, [parameter.Value is DateTime at ? at.ToString("O", CultureInfo.InvariantCulture) : parameter.Value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)!]);
}

internal static class BareApi
{
    public static async Task<int> RunAsync(string provider, string connection, string file)
    {
        var statements = JsonSerializer.Deserialize<List<SavedStatement>>(await File.ReadAllTextAsync(file))!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/list", async (HttpContext http) =>
        {
            await using DbConnection database = provider == "PostgreSql" ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
            await database.OpenAsync(http.RequestAborted);
            var answers = new List<List<object?[]>>();
            foreach (var statement in statements)
            {
                await using var command = database.CreateCommand();
                command.CommandText = statement.Text;
                foreach (var saved in statement.Parameters)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (saved.Name, Value(saved));
                    command.Parameters.Add(parameter);
                }

                await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
                var rows = new List<object?[]>();
                while (await reader.ReadAsync(http.RequestAborted))
                {
                    var row = new object[reader.FieldCount];
                    reader.GetValues(row);
                    rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
                }

                answers.Add(rows);
            }

            return Microsoft.AspNetCore.Http.Results.Json(answers);
        });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static object Value(SavedParameter saved)
    {
        var text = saved.Values.Count > 0 ? saved.Values[0] : "";
        return saved.Type switch
        {
            nameof(Guid) => Guid.Parse(text),
            "Guid[]" => saved.Values.Select(Guid.Parse).ToArray(),
            nameof(Int32) => int.Parse(text, CultureInfo.InvariantCulture),
            nameof(Int64) => long.Parse(text, CultureInfo.InvariantCulture),
            nameof(Boolean) => bool.Parse(text),
            nameof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            nameof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            nameof(String) => text,
            _ => throw new NotSupportedException($"A parameter of type {saved.Type} is not kept yet."),
        };
    }
}
