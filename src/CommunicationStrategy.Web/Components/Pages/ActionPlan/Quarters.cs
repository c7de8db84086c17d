// "2026-Q4" as an office says it: "trim. IV 2026"; "2026-05" as "mai 2026".
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class Quarters
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public static string Say(Texts texts, string? period) =>
        Spans.MonthOf(period) is { } month ? month.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(texts.Language))
        : Quarter.Parse(period) is { } quarter ? texts["actionplan.quarter.of", Roman[quarter.Number - 1], quarter.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)] : period ?? "";
}
