// The register of institutions and what was held with them as files: the columns, filters and order of the pages /institutions and /institutions/interactions.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using CommunicationStrategy.Stakeholders.Features.Interactions;
using CommunicationStrategy.Web.Components.Pages;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class InstitutionFile
{
    public static void MapInstitutionFile(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/institutions/export", Export).RequireAuthorization(nameof(Permission.ViewStakeholders)).ExcludeFromDescription();
        routes.MapGet("/institutions/interactions/export", Interactions).RequireAuthorization(nameof(Permission.ViewStakeholders)).ExcludeFromDescription();
    }

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

    private static async Task<IResult> Interactions(
        IMediator mediator, Texts texts, string? q, string? institution, string? kind, string? from, string? to, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(
            new ListInteractions(q, FormValues.Id(institution), FormValues.Choice<InteractionKind>(kind), FormValues.Day(from), FormValues.Day(to), archived == "true", sort, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));

        var table = new ReportTable("interactions", texts["stakeholders.interactions.title"],
            [
                new("date", texts["stakeholders.interaction.HeldOn"], CellKind.Date), new("kind", texts["stakeholders.interaction.Kind"]), new("subject", texts["stakeholders.interaction.Subject"], Width: 3),
                new("institutions", texts["stakeholders.interaction.Institutions"], Width: 3), new("participants", texts["stakeholders.interaction.Participants"], Width: 2), new("outcome", texts["stakeholders.interaction.Outcome"], Width: 4),
                new("open", texts["stakeholders.interaction.open"], CellKind.Integer),
            ],
            [
                .. rows.Value.Select(IReadOnlyList<ReportCell> (r) =>
                [
                    r.Facts.HeldOn, texts[$"stakeholders.interaction.kind.{r.Facts.Kind}"], r.Facts.Subject, string.Join(", ", r.Institutions.Select(i => i.ShortName(texts.Language))), r.Facts.Participants, r.Facts.Outcome, r.Open,
                ]),
            ]);
        return ListFile.Answer(table, format, texts.Language, "interactions");
    }
}
