// Reads the phrase file and the real plans the deadline tests are made of.
using System.Text;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.UnitTests.ActionPlan.Deadlines;

internal static class DeadlinePhrases
{
    public static readonly DeadlineContext PlanA = new(new DateOnly(2023, 3, 1), new DateOnly(2025, 12, 31));
    public static readonly DeadlineContext PlanC = new(new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31));
    public static readonly DeadlineContext OneYear = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    public static readonly DeadlineContext ThreeYears = new(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = Records(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "data", file), Encoding.UTF8)).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal))];
    }

    public static IEnumerable<TestCaseData> Cases() => Rows("deadlines.csv").Select((row, i) => new TestCaseData(row).SetArgDisplayNames($"{i + 2}", row["language"], row["words"]));

    // RFC 4180: quoted fields may hold commas, doubled quotes and line ends.
    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"') quoted = !quoted;
            else if (quoted) field.Append(c);
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;

                yield return record;
                record = [];
            }
            else if (c is not ('\r' or '\uFEFF')) field.Append(c);
        }
    }
}
