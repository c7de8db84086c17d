// The published outcome indicators of a real programme (tests/data/README.md) as this product's passports, with figures that lie where the published points put them.
using System.Globalization;
using System.Text.RegularExpressions;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Documents.Tables;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.UnitTests.Monitoring;

/// <param name="Assessed">The published points, at most the passport's weight; null: not assessed.</param>
/// <param name="Actual">Null where nothing was assessed.</param>
/// <param name="Level">Of its objective, where one is published.</param>
internal sealed partial record PublishedIndicators(string Objective, string Number, IndicatorPassport Passport, decimal? Assessed, decimal? Actual, ObjectiveLevel? Level)
{
    public static List<PublishedIndicators> Read(string file)
    {
        using var stream = File.OpenRead(file);
        var table = TableFile.Read(stream, file).Table!;
        return [.. table.Rows.Select(r => Of(table.Headers.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second)))];
    }

    private static PublishedIndicators Of(Dictionary<string, string> row)
    {
        var weight = decimal.Parse(row["weight_pct"], CultureInfo.InvariantCulture);
        decimal? assessed = row["assessed_pct"].Length == 0 ? null : decimal.Parse(row["assessed_pct"], CultureInfo.InvariantCulture);
        var level = row["objective_level_as_published"];
        var (passport, actual) = Define(row["indicator_text"], weight, assessed ?? 0);
        passport = passport with { Weight = weight };
        return new(row["objective_no"], row["indicator_no"], passport, assessed, assessed is null ? null : actual, level.Length == 0 ? null : Enum.Parse<ObjectiveLevel>(level.Split(' ')[0], ignoreCase: true));
    }

    /// <summary>Graded where its words give bounds and points; so many elements at so many points each; else yes or no.</summary>
    private static (IndicatorPassport Passport, decimal Actual) Define(string text, decimal weight, decimal assessed)
    {
        var name = LocalizedText.Of("ro", text);
        var grades = Grade().Matches(text).Select(m => new IndicatorGrade(Figure(m.Groups["bound"]), false, Figure(m.Groups["points"]))).ToList();
        if (grades.Count > 0) return (new() { Name = name, Kind = IndicatorKind.Percent, Grades = grades }, assessed == 0 ? 0 : grades.Single(g => g.Points == assessed).From + 1);
        if (Elements().Match(text) is { Success: true } elements)
        {
            var each = Figure(elements.Groups["each"]);
            return (new() { Name = name, Kind = IndicatorKind.Milestone, Targets = [new("", weight / each)] }, assessed / each);
        }

        return (new() { Name = name, Kind = IndicatorKind.YesNo }, assessed == 0 ? 0 : 1);
    }

    private static decimal Figure(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:more than|over) (?<bound>\d+) percent[^()]*\((?<points>\d+) percent\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grade();

    [GeneratedRegex(@"\((?<each>\d+) percent each\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Elements();
}
