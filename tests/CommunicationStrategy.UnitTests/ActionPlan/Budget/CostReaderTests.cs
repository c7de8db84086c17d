// Every phrase of tests/data/costs.csv, the costs of the real plan, and what holds for every figure and every text.
#pragma warning disable NUnit1027 // FsCheck makes the arguments.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.UnitTests.ActionPlan.Deadlines;
using FsCheck;
using FsCheck.Fluent;

namespace CommunicationStrategy.UnitTests.ActionPlan.Budget;

internal sealed class CostReaderTests
{
    private static readonly string[] Words =
        ["120", "1 234,5", "1,200", "2,238.70", "2026", "mii", "lei", "тыс.", "EUR", "$", "mln", "-", ";", "\n", ":", "(", ")", "bugetul de stat", "donatori", "UNFPA", "în limitele", "bugetului aprobat",
        "nu necesită costuri", "dintre care", "total", "state budget", "and", "și", "+", "%", "/", "без затрат", "МТД", "0", "circa", "pentru anul", "k", "'", "…"];

    private static IEnumerable<TestCaseData> Phrases() =>
        DeadlinePhrases.Rows("costs.csv").Select((row, i) => new TestCaseData(row).SetArgDisplayNames($"{i + 2}", row["language"], row["cost"], row["funding"]));

    [TestCaseSource(nameof(Phrases))]
    public void Reads_what_the_words_say(IReadOnlyDictionary<string, string> row)
    {
        var reading = CostReader.Read(row["cost"], null, row["funding"], "MDL");
        Assert.That((reading.Kind.ToString(), Say(reading)), Is.EqualTo((row["kind"], row["lines"])));
    }

    [Test]
    public void The_phrase_file_covers_five_languages_and_every_kind()
    {
        var rows = DeadlinePhrases.Rows("costs.csv");
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(80));
        Assert.That(rows.Select(r => r["language"]).Distinct(), Is.SupersetOf(new[] { "ro", "ru", "en", "uk", "it" }));
        Assert.That(rows.Select(r => Enum.Parse<CostWordsKind>(r["kind"])).Distinct(), Is.EquivalentTo(Enum.GetValues<CostWordsKind>()));
    }

    [Test]
    public void The_costs_of_the_real_plan_are_read()
    {
        var kinds = DeadlinePhrases.Rows("actionplan-A.csv").Select(r => CostReader.Read(r["cost_as_written"], r["costs_thousand"], r["funding_source"], "UAH")).ToList();
        Assert.That(kinds.CountBy(k => k.Kind).ToDictionary(), Is.EqualTo(new Dictionary<CostWordsKind, int>
        {
            [CostWordsKind.WithinLimits] = 65, [CostWordsKind.Figures] = 5, [CostWordsKind.Silent] = 18, [CostWordsKind.Unreadable] = 3,
        }));
        Assert.That(kinds.SelectMany(k => k.Lines).Sum(l => l.Planned), Is.EqualTo(2238.70m + 253.2m + 67.5m + 6.4m + 6.4m));
    }

    [TestCase("1,200", "1200.00", "Figures", "StateBudget 1200 MDL")]
    [TestCase("", "1200.5", "Figures", "StateBudget 1200.5 MDL")]
    [TestCase("to be estimated", "80", "Figures", "StateBudget 80 MDL")]
    [TestCase("2,238.70", "2238.70", "Figures", "StateBudget 2238.7 MDL")]
    [TestCase("2,238.70", "2238", "Unreadable", "")]
    [TestCase("5000 EUR", "97.5", "Figures", "StateBudget 5 EUR")]
    [TestCase("within the approved budget", "120", "Unreadable", "")]
    [TestCase("no cost", "0", "NoCost", "")]
    [TestCase("no cost", "5", "Unreadable", "")]
    [TestCase("120", "1,200", "Figures", "StateBudget 120 MDL")]
    public void The_column_in_thousands_settles_what_the_words_leave_open_and_never_contradicts_them(string cost, string thousand, string kind, string lines)
    {
        var reading = CostReader.Read(cost, thousand, "state budget", "MDL");
        Assert.That((reading.Kind.ToString(), Say(reading)), Is.EqualTo((kind, lines)));
    }

    [Test]
    public void Lei_are_those_of_the_plan_where_it_reckons_in_lei()
    {
        Assert.That(CostReader.Read("12 mii lei", null, null, "RON").Lines.Single().Currency, Is.EqualTo("RON"));
        Assert.That(CostReader.Read("12 mii lei", null, null, "UAH").Lines.Single().Currency, Is.EqualTo("MDL"));
        Assert.That(CostReader.Read("12", null, null, "UAH").Lines.Single().Currency, Is.EqualTo("UAH"));
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool A_figure_is_read_back_from_every_way_of_writing_it(uint tenths)
    {
        var amount = tenths / 10m;
        (string Language, string[] Units)[] languages =
        [
            ("ro", ["", " mii lei", " mii MDL"]), ("ru", ["", " тыс. леев", " тыс. лей"]), ("en", ["", " thousand MDL", " thousand lei"]), ("it", [" mila lei"]), ("en-GB", ["", "k MDL"]),
        ];
        return languages.All(l => new[] { "N1", "F1", "N2" }.All(format => l.Units.All(unit =>
        {
            var culture = l.Language.Length == 2 && l.Language != "it" ? TextCatalog.Culture(l.Language) : CultureInfo.GetCultureInfo(l.Language);
            var words = amount.ToString(format, culture) + unit;
            return CostReader.Read(words, null, "state budget", "MDL") is { Kind: CostWordsKind.Figures } read && read.Lines.Single().Planned == amount;
        })));
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Parts_are_read_back_with_their_sources(ushort state, ushort local, ushort donors)
    {
        var parts = new[] { (BudgetSource.StateBudget, "Bugetul de stat", state / 10m), (BudgetSource.LocalBudget, "местный бюджет", local / 10m), (BudgetSource.Donor, "donors", donors / 10m) };
        return new[] { "; ", "\n", ";\r\n" }.All(between =>
        {
            var words = string.Join(between, parts.Select(p => $"{p.Item2} – {p.Item3.ToString("N1", TextCatalog.Culture("ro"))}"));
            return CostReader.Read(words, null, null, "MDL").Lines.Select(l => (l.Source, l.Planned)).SequenceEqual(parts.Select(p => (p.Item1, (decimal?)p.Item3)));
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Any_text_is_read_without_throwing(string? cost, string? funding) => Sound(CostReader.Read(cost, null, funding, "MDL"));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Any_sequence_of_words_on_money_is_read_without_throwing() =>
        Prop.ForAll(Gen.Elements(Words).ListOf().ToArbitrary(), words => Sound(CostReader.Read(string.Join(' ', words), null, null, "MDL")));

    private static bool Sound(CostReading reading) =>
        reading.Lines.All(l => l.Source == BudgetSource.WithinLimits ? l.Planned is null : l.Planned >= 0) && (reading.Lines.Count > 0) == reading.Kind is CostWordsKind.Figures or CostWordsKind.WithinLimits;

    private static string Say(CostReading reading) => string.Join("; ", reading.Lines.Select(l => string.Create(CultureInfo.InvariantCulture,
        $"{l.Source}{(l.Funder is null ? "" : $"({l.Funder})")} {l.Planned:0.#####} {l.Currency}{(l.Year is null ? "" : $" @{l.Year}")}{(l.SourceAssumed ? " ?" : "")}")));
}
