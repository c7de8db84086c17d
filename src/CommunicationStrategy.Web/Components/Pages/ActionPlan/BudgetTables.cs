// The four tables of a plan's budget, as the page shows them and as its export writes them.
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

/// <param name="Link">What a click on the name adds to the address.</param>
/// <param name="Activities">Null where activities are not counted: one may have lines of several sources and years.</param>
public sealed record BudgetTableRow(string Name, (string Key, string Value)? Link, BudgetSums Sums, int? Activities = null, int? WithoutFigure = null);

public sealed record BudgetTable(string Key, IReadOnlyList<BudgetTableRow> Rows);

internal static class BudgetTables
{
    public static IReadOnlyList<BudgetTable> Of(BudgetSummary summary, Texts t) =>
    [
        new("objective", [.. summary.ByObjective.Select(o => new BudgetTableRow(
            o.Number.Length == 0 && o.Text.IsEmpty ? t["budget.objective.none"] : $"{o.Number} {t.Of(o.Text)}".Trim(), o.Number.Length == 0 ? null : ("objective", o.Number), o.Sums, o.Activities, o.WithoutFigure))]),
        new("institution", [.. summary.ByInstitution.Select(i => new BudgetTableRow(
            i.Institution is { } known ? Name(known, t) : t["budget.institution.unknown"], i.Institution is { } chosen ? ("institution", chosen.Id.ToString()) : null, i.Sums, i.Activities, i.WithoutFigure))]),
        new("source", [.. summary.BySource.Select(s => new BudgetTableRow(t[$"budget.source.{s.Source}"], ("source", s.Source.ToString()), s.Sums))]),
        new("year", [.. summary.ByYear.Select(y => new BudgetTableRow(Year(y.Year), ("year", Year(y.Year)), y.Sums))]),
    ];

    public static string Name(InstitutionInfo institution, Texts t) => institution.Acronym[t.Language] is { } acronym ? $"{acronym} – {t.Of(institution.Name)}" : t.Of(institution.Name);

    public static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"mii lei": what every sum is in.</summary>
    public static string Unit(string currency, Texts t) => t.Find($"budget.unit.{currency}") ?? t["budget.unit", currency];

    /// <summary>Thousands with one decimal, everywhere.</summary>
    public static string Money(decimal? thousand, Texts t) => t.Number(thousand, 1);
}
