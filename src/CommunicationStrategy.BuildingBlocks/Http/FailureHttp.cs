// One table from kinds of failure to HTTP: RFC 9457 problem details with code and trace id.
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunicationStrategy.BuildingBlocks;

public static class FailureHttp
{
    public static int Status(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.StaleVersion => StatusCodes.Status412PreconditionFailed,
        FailureKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The failure as application/problem+json; field names as the API writes them (camelCase).</summary>
    public static IResult ToHttp(this Failure failure)
    {
        var status = Status(failure.Kind);
        var extensions = new Dictionary<string, object?> { ["code"] = failure.Code, ["traceId"] = Activity.Current?.TraceId.ToString() };
        if (failure.Fields.Count > 0)
        {
            extensions["errors"] = failure.Fields.GroupBy(f => JsonNamingPolicy.CamelCase.ConvertName(f.Field))
                .ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray());
        }

        return Results.Problem(new ProblemDetails { Status = status, Title = failure.Message, Type = $"urn:communication-strategy:{failure.Code}", Extensions = extensions });
    }

    /// <summary>200 with the value, or the problem.</summary>
    public static IResult ToHttp<T>(this Result<T> result) => result.IsSuccess ? Results.Ok(result.Value) : result.Failure.ToHttp();

    /// <summary>200 with the value and its version as ETag; 304 when the client has that version already.</summary>
    public static IResult ToHttp<T>(this Result<T> result, HttpContext http, Func<T, int> version)
    {
        if (!result.IsSuccess) return result.Failure.ToHttp();
        var tag = $"\"{version(result.Value)}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(result.Value);
    }
}
