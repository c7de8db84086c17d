// The register of institutions as a file: the columns, filters and order of the page /institutions.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using CommunicationStrategy.Web.Components.Pages;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class InstitutionFile
{
    public static void MapInstitutionFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/institutions/export", Export).RequireAuthorization(nameof(Permission.ViewStakeholders)).ExcludeFromDescription();

    private static async Task<IResult> Export(IMediator mediator, Texts texts, string? q, string? type, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(
            new ListInstitutions(q, FormValues.Choice<InstitutionType>(type), archived == "true", sort, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));

        var table = new ReportTable("institutions", texts["stakeholders.list.title"],
            [
                new("name", texts["stakeholders.institution.Name"], Width: 4), new("acronym", texts["stakeholders.institution.Acronym"]),
                new("type", texts["stakeholders.institution.Type"], Width: 2), new("contacts", texts["stakeholders.list.contacts"], CellKind.Integer),
            ],
            [.. rows.Value.Select(IReadOnlyList<ReportCell> (r) => [texts.Of(r.Name), texts.Of(r.Acronym), texts[$"stakeholders.type.{r.Type}"], r.ContactCount])]);
        return ListFile.Answer(table, format, texts.Language, "institutions");
    }
}
