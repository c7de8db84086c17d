// A file that is far too large is taken off the line unread, so that the browser hears the answer: the form again, with the reason.
using Microsoft.AspNetCore.Http.Features;

namespace CommunicationStrategy.Web.Components;

internal static class UploadLimit
{
    /// <summary>What a plan's file may have, and the query value by which the form says that one had more.</summary>
    public const long Bytes = 20L * 1024 * 1024;
    public const string TooLarge = "too-large";

    // The other fields of the form and the frame around the file.
    private const long Allowance = 64 * 1024;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) => app.UseWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path == "/imports/new" && http.Request.ContentLength > Bytes + Allowance,
        branch => branch.Run(async http =>
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = $"/imports/new?problem={TooLarge}";
        }));
}
