// The indicators' table as a file: to fill in and bring back, or to take along.
using CommunicationStrategy.Monitoring.Features.Indicators;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class IndicatorTableFile
{
    public static void MapIndicatorFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/indicators/table", Table).RequireAuthorization(nameof(Permission.ViewMonitoring)).ExcludeFromDescription();

    private static async Task<IResult> Table(IMediator mediator, Texts texts, Guid plan, string? period, string? format, CancellationToken cancellationToken)
    {
        var table = await mediator.Send(new GetIndicatorTable(plan, period ?? "", texts.Language), cancellationToken);
        return table.IsSuccess ? ListFile.Answer(table.Value, format, texts.Language, $"{texts["monitoring.indicators.title"]}-{period}") : table.Failure.ToHttp();
    }
}
