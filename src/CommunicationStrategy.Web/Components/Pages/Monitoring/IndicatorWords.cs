// How the pages write an indicator's figures.
namespace CommunicationStrategy.Web.Components.Pages.Monitoring;

internal static class IndicatorWords
{
    public static string Figure(Texts texts, decimal? value) => value is { } figure ? texts.Number(figure, decimal.IsInteger(figure) ? 0 : 2) : "–";
}
