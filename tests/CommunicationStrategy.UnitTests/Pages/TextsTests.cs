// The pages' texts: complete in three languages, every key that a page uses is there, counts take the right form.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Web.Components;

namespace CommunicationStrategy.UnitTests.Pages;

public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(Repository(), "src", "CommunicationStrategy.Web");

    private static IEnumerable<string> Areas() =>
        Directory.GetFiles(Path.Combine(Web, "Resources"), "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct();

    [TestCaseSource(nameof(Areas))]
    public void An_area_says_the_same_in_three_languages(string area)
    {
        var (english, romanian, russian) = (Read(area, ""), Read(area, ".ro"), Read(area, ".ru"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(romanian.Keys, Is.EquivalentTo(english.Keys), "Romanian keys");
            Assert.That(russian.Keys, Is.EquivalentTo(english.Keys), "Russian keys");
            foreach (var (key, text) in english)
            {
                Assert.That(text, Is.Not.Empty, key);
                Assert.That(Facts(romanian.GetValueOrDefault(key)), Is.EqualTo(Facts(text)), $"{key}: facts of the Romanian text");
                Assert.That(Facts(russian.GetValueOrDefault(key)), Is.EqualTo(Facts(text)), $"{key}: facts of the Russian text");
            }

            Assert.That(romanian.Where(t => t.Value.AsSpan().ContainsAny("şţŞŢ")), Is.Empty, "ș and ț are written with a comma");
        }
    }

    [Test]
    public void Every_key_that_a_page_names_is_there()
    {
        var known = Areas().SelectMany(a => Read(a, "").Keys).ToHashSet(StringComparer.Ordinal);
        var missing = Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => NamedKey().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Key: m.Groups["key"].Value)))
            .Where(use => !known.Contains(use.Key));

        Assert.That(missing, Is.Empty);
    }

    [TestCase("en", 1, "one")]
    [TestCase("en", 0, "many")]
    [TestCase("ro", 1, "one")]
    [TestCase("ro", 0, "few")]
    [TestCase("ro", 19, "few")]
    [TestCase("ro", 20, "many")]
    [TestCase("ro", 101, "few")]
    [TestCase("ro", 120, "many")]
    [TestCase("ru", 1, "one")]
    [TestCase("ru", 11, "many")]
    [TestCase("ru", 22, "few")]
    [TestCase("ru", 12, "many")]
    [TestCase("ru", 101, "one")]
    public void A_count_takes_the_form_of_its_language(string language, int number, string form) =>
        Assert.That(Texts.PluralForm(language, number), Is.EqualTo(form));

    [Test]
    public void Failures_and_figures_are_written_in_the_readers_language()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = TextCatalog.Culture("ro");
            var texts = new Texts(new OfficeClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Chisinau")));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(texts.Failure(Failure.Duplicate()), Is.EqualTo("O astfel de înregistrare există deja"));
                Assert.That(texts.Failure(Failure.Rule("no-such-code", "Said in English.")), Is.EqualTo("Said in English."));
                Assert.That(texts.Count("shell.rows", 25), Is.EqualTo("25 de rânduri"));
                Assert.That(texts.Percent(0.625m), Is.EqualTo("62,5\u00A0%"));
                Assert.That(texts.Number(1234567.5m, 2), Is.EqualTo("1\u00A0234\u00A0567,50"));
                Assert.That(texts.Instant(new DateTimeOffset(2026, 10, 18, 22, 30, 0, TimeSpan.Zero)), Is.EqualTo("19.10.2026 01:30"));
                Assert.That(texts["shell.no-such-key"], Is.EqualTo("[shell.no-such-key]"));
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    private static Dictionary<string, string> Read(string area, string suffix)
    {
        var file = Path.Combine(Web, "Resources", area + suffix + ".resx");
        return File.Exists(file) ? XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value) : [];
    }

    /// <summary>The numbers of the {0}, {1} in a text; a translation leaves none out and adds none.</summary>
    private static string Facts(string? text) => string.Join(' ', Fact().Matches(text ?? "").Select(m => m.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal));

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunicationStrategy.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the tests.");
    }

    [GeneratedRegex("""\bT(?:\[|\.Find\()"(?<key>[a-z][A-Za-z0-9.-]*[A-Za-z0-9])"[\],)]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\{(?<number>\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fact();
}
