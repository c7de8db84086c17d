// The words of the mails, in the recipient's language, with its plural forms.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class DigestTexts(string language)
{
    private static readonly TextCatalog Catalog = new("CommunicationStrategy.Notifications.Texts", typeof(DigestTexts).Assembly);

    public string this[string key, params object?[] args] => Catalog.Get(language, key, args);

    /// <summary>1 zi, 2 zile, 20 de zile; 1 день, 2 дня, 5 дней.</summary>
    public string Count(string key, int number)
    {
        var form = Form(number);
        return Catalog.Get(language, Catalog.Find(language, $"{key}.{form}") is null ? $"{key}.many" : $"{key}.{form}", number);
    }

    public string Date(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public string Period(string period) => Spans.MonthOf(period) is { } month ? month.ToString("MMMM yyyy", TextCatalog.Culture(language)) : Quarter.Parse(period) is { } quarter ? this["quarter", quarter.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), quarter.Number] : period.Length == 4 ? this["year", period] : period;

    /// <summary>A share as "62,5 %"; where there is nothing to divide by, that is said.</summary>
    public string Percent(decimal? share) => share is { } part ? (part * 100).ToString("N1", TextCatalog.Culture(language)) + "\u00A0%" : this["not-computable"];

    private string Form(int number)
    {
        var (tens, units) = (number % 100, number % 10);
        return language switch
        {
            "ru" => units == 1 && tens != 11 ? "one" : units is >= 2 and <= 4 && (tens is < 12 or > 14) ? "few" : "many",
            "en" => number == 1 ? "one" : "many",
            _ => number == 1 ? "one" : number == 0 || tens is >= 1 and <= 19 ? "few" : "many",
        };
    }
}
