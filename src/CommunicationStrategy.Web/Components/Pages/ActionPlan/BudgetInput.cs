// The model of the form of a budget line. Amounts are texts here: a browser sends them with a point, a person may write a comma.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.Web.Components.Shared;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

public sealed class BudgetInput
{
    public string? Year { get; set; }
    public string? Source { get; set; }
    public string? Funder { get; set; }
    public string? Planned { get; set; }
    public string? Allocated { get; set; }
    public string? Committed { get; set; }
    public string? Spent { get; set; }
    public string? Currency { get; set; }
    public string? Rate { get; set; }
    public DateOnly? RateDate { get; set; }
    public string? RateSource { get; set; }
    public string? Note { get; set; }
    public int Version { get; set; }

    private IEnumerable<(string Field, string? Text)> Amounts => [(nameof(Planned), Planned), (nameof(Allocated), Allocated), (nameof(Committed), Committed), (nameof(Spent), Spent), (nameof(Rate), Rate)];

    public static BudgetInput From(BudgetLineRow line) => new()
    {
        Year = BudgetTables.Year(line.Year),
        Source = line.Source.ToString(),
        Funder = line.Funder,
        Planned = Plain(line.Planned),
        Allocated = Plain(line.Allocated),
        Committed = Plain(line.Committed),
        Spent = Plain(line.Spent),
        Currency = line.Currency,
        Rate = Plain(line.Rate),
        RateDate = line.RateDate,
        RateSource = line.RateSource,
        Note = line.Note,
        Version = line.Version,
    };

    /// <summary>What was typed and is no number, year or source; null when all can be read.</summary>
    public Failure? Unreadable()
    {
        var wrong = Amounts.Where(a => !string.IsNullOrWhiteSpace(a.Text) && Number(a.Text) is null).Select(a => a.Field).ToList();
        if (!int.TryParse(Year, CultureInfo.InvariantCulture, out _)) wrong.Add(nameof(Year));
        if (FormValues.Choice<BudgetSource>(Source) is null) wrong.Add(nameof(Source));
        return wrong.Count == 0 ? null : Failure.Invalid([.. wrong.Select(field => new FieldError(field, "unreadable", "This cannot be read."))]);
    }

    public SetBudgetLine Command(Guid activity, Guid? line) => new(
        activity, line, FormValues.Number(Year), FormValues.Choice<BudgetSource>(Source).GetValueOrDefault(), Funder, Number(Planned), Number(Allocated), Number(Committed), Number(Spent),
        FormValues.Blank(Currency), Number(Rate), RateDate, RateSource, Note, Version);

    public IReadOnlyList<ConflictRow> Differences(BudgetInput mine, Texts t)
    {
        ConflictRow Row(string field, Func<BudgetInput, string?> value) => new(t[$"budget.field.{field}"], value(this)?.ReplaceLineEndings("\n"), value(mine)?.ReplaceLineEndings("\n"));
        return
        [
            Row("Year", i => i.Year), Row("Source", i => t.Find($"budget.source.{i.Source}")), Row("Funder", i => i.Funder), Row("Planned", i => i.Planned), Row("Allocated", i => i.Allocated),
            Row("Committed", i => i.Committed), Row("Spent", i => i.Spent), Row("Currency", i => i.Currency), Row("Rate", i => i.Rate), Row("RateDate", i => t.Date(i.RateDate)), Row("RateSource", i => i.RateSource), Row("Note", i => i.Note),
        ];
    }

    private static string? Plain(decimal? amount) => amount?.ToString("0.########", CultureInfo.InvariantCulture);

    private static decimal? Number(string? text)
    {
        var plain = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }
}
