// The pages' texts: every key that a page uses is there, counts take the right form.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Web.Components;
using CommunicationStrategy.Web.Components.Shared;

namespace CommunicationStrategy.UnitTests.Pages;

public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(Architecture.Repository.Root, "src", "CommunicationStrategy.Web");

    private static IEnumerable<string> Areas() =>
        Directory.GetFiles(Path.Combine(Web, "Resources"), "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct();

    [TestCaseSource(nameof(Areas))]
    public void Romanian_is_written_with_comma_letters(string area) =>
        Assert.That(Read(area, ".ro").Where(t => t.Value.AsSpan().ContainsAny("şţŞŢ")), Is.Empty);

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

    [Test]
    public void Every_icon_that_a_page_names_is_drawn() => Assert.That(
        Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => NamedIcon().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Icon: m.Groups["icon"].Value)))
            .Where(use => !Icon.Shapes.ContainsKey(use.Icon)),
        Is.Empty);

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

    [GeneratedRegex("""\bT(?:\[|\.Find\()"(?<key>[a-z][A-Za-z0-9.-]*[A-Za-z0-9])"[\],)]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKey();

    [GeneratedRegex("""\bIcon(?: Name)?="(?<icon>[a-z-]+)"(?=[\s/>])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedIcon();
}
