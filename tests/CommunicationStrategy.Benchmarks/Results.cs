// The table of what was measured against what must hold, on the screen and in docs/benchmarks.md.
using System.Globalization;
using System.Text;

namespace CommunicationStrategy.Benchmarks;

internal sealed class Results
{
    private const string ByHand = "## Counted, not timed";
    private readonly List<(string What, string Measured, string Limit, bool Held)> lines = [];

    public int Missed => lines.Count(l => !l.Held);

    public void Seconds(string what, double seconds, double limit) => Add(what, $"{Number(seconds, "0.000")} s", $"<= {Number(limit, "0.#")} s", seconds <= limit);

    public void Milliseconds(string what, double milliseconds, double limit) => Add(what, $"{Number(milliseconds, "0.0")} ms", $"<= {Number(limit, "0")} ms", milliseconds <= limit);

    public void Megabytes(string what, double megabytes, double limit) => Add(what, $"{Number(megabytes, "0")} MB", $"<= {Number(limit, "0")} MB", megabytes <= limit);

    public void AtLeast(string what, double ratio, double limit) => Add(what, Number(ratio, "0.00"), $">= {Number(limit, "0.0#")}", ratio >= limit);

    public void AtMost(string what, double ratio, double limit) => Add(what, Number(ratio, "0.00"), $"<= {Number(limit, "0.0#")}", ratio <= limit);

    public void Fact(string what, string measured) => Add(what, measured, "", true);

    public void Write()
    {
        var page = new StringBuilder("# Benchmarks\n\nMade by `build/bench` on one machine with ").Append(Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture))
            .Append(" cores. What is compared is measured side by side in one run; times alone depend on the machine and on what else it does.\n\n| what | measured | must |\n|---|---|---|\n");
        foreach (var (what, measured, limit, held) in lines) page.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {measured} | {limit}{(held ? "" : " **missed**")} |");
        var file = Path.Combine(Root(AppContext.BaseDirectory), "docs", "benchmarks.md");
        // What is written by hand below this heading stays.
        var before = File.Exists(file) ? File.ReadAllText(file) : "";
        if (before.IndexOf(ByHand, StringComparison.Ordinal) is >= 0 and var kept) page.AppendLine().Append(before[kept..]);
        File.WriteAllText(file, page.ToString());
        Console.Write(page);
    }

    /// <summary>Writes one section of a page of docs; the others stay as they are.</summary>
    public static void WriteSection(string page, string heading, string text)
    {
        var file = Path.Combine(Root(AppContext.BaseDirectory), "docs", page);
        var sections = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n## ").ToList();
        var mine = $"{heading}\n\n{text.ReplaceLineEndings("\n").TrimEnd()}\n";
        var at = sections.FindIndex(s => s.StartsWith($"{heading}\n", StringComparison.Ordinal));
        if (at < 0) sections.Add(mine);
        else sections[at] = mine;
        File.WriteAllText(file, string.Join("\n## ", sections.Select(s => s.TrimEnd() + "\n")));
        Console.Write(text);
    }

    public static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "CommunicationStrategy.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run it in the repository."));

    private void Add(string what, string measured, string limit, bool held)
    {
        lines.Add((what, measured, limit, held));
        Console.Error.WriteLine($"{what}: {measured} {limit}{(held ? "" : " MISSED")}");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
