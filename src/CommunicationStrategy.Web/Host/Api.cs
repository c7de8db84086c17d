// The REST API: every module's routes, the OpenAPI document, health and the jobs' dashboard.
using Hangfire;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Scalar.AspNetCore;
using System.Text.Json.Serialization;

namespace CommunicationStrategy.Web.Host;

internal static class Api
{
    public static void AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddProblemDetails();
        services.AddOpenApi("v1", document => document.AddDocumentTransformer((doc, _, _) =>
        {
            doc.Info = new() { Title = "CommunicationStrategy", Version = "1", Description = "Activities, institutions and quarterly evaluations. Signed-in people may call it; dates are ISO 8601, languages ISO 639-1, errors RFC 9457." };
            doc.Servers = [];
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this WebApplication app)
    {
        foreach (var module in Composition.Modules) module.MapEndpoints(app);
        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization();
        app.MapScalarApiReference("/api/docs", scalar => scalar.DisableDefaultFonts().DisableTelemetry()).RequireAuthorization();
        app.MapHangfireDashboardWithAuthorizationPolicy(nameof(Permission.ManageSystem), "/system/jobs");
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Ready when the database answers; names events that could not be delivered.</summary>
    private static async Task<IResult> Ready(IEnumerable<ModuleContext> modules, IServiceProvider services, CancellationToken cancellationToken)
    {
        var dead = 0;
        foreach (var module in modules)
        {
            var context = (ModuleDbContext)services.GetRequiredService(module.ContextType);
            dead += await context.Set<OutboxMessage>().CountAsync(m => m.Dead, cancellationToken);
        }

        return Results.Json(new { status = dead == 0 ? "ready" : "degraded", deadEvents = dead });
    }
}
