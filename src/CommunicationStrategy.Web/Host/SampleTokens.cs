// The sample is dated around the day it is loaded: tokens such as {d-12} or {q+1} become dates, months, quarters in the text's language.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Web.Host;

internal static partial class SampleTokens
{
    public static string Fill(string text, string language, DateOnly today) => Token().Replace(text, match =>
    {
        var n = int.Parse(match.Groups["n"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "d" => today.AddDays(n).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            "m" => Month(today.AddMonths(n), language),
            "q" => Quarter(BuildingBlocks.Quarter.Of(today.AddMonths(3 * n)), language),
            "h" => Half(today.AddMonths(6 * n), language),
            _ => (today.Year + n).ToString(CultureInfo.InvariantCulture),
        };
    });

    private static string Month(DateOnly day, string language) =>
        $"{TextCatalog.Culture(language).DateTimeFormat.MonthNames[day.Month - 1]} {day.Year}";

    private static string Quarter(Quarter quarter, string language)
    {
        var number = (string[])["I", "II", "III", "IV"];
        return language switch
        {
            "ru" => $"{number[quarter.Number - 1]} квартал {quarter.Year}",
            "en" => $"quarter {number[quarter.Number - 1]} {quarter.Year}",
            _ => $"trimestrul {number[quarter.Number - 1]} {quarter.Year}",
        };
    }

    private static string Half(DateOnly day, string language)
    {
        var second = day.Month > 6;
        return language switch
        {
            "ru" => $"{(second ? "II" : "I")} полугодие {day.Year}",
            "en" => $"{(second ? "second" : "first")} half of {day.Year}",
            _ => $"semestrul {(second ? "II" : "I")} {day.Year}",
        };
    }

    [GeneratedRegex(@"\{(?<unit>[dmqhy])(?<n>[+-]\d+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
