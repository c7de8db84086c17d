// Romanian, Russian and English are complete: the same keys with the same holes to fill, and a translation for every failure.
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunicationStrategy.UnitTests.Architecture;

[Category("Architecture")]
public sealed partial class TextTests
{
    private static IEnumerable<string> Neutral =>
        Repository.Sources(Path.Combine(Repository.Root, "src"), "*.resx").Where(f => !f.EndsWith(".ro.resx", StringComparison.Ordinal) && !f.EndsWith(".ru.resx", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f));

    [TestCaseSource(nameof(Neutral))]
    public void Every_text_stands_in_three_languages(string file)
    {
        var english = Read(file);
        foreach (var language in new[] { "ro", "ru" })
        {
            var translated = Read(Path.ChangeExtension(file, $".{language}.resx"));
            Assert.That(Missing(english, translated), Is.Empty, $"{file} {language}");
            Assert.That(Missing(translated, english), Is.Empty, $"{file} {language}: not in English");
        }
    }

    [Test]
    public void The_text_rule_can_fail() =>
        Assert.That(Missing(new() { ["a"] = "{0} of {1}", ["b"] = "" }, new() { ["a"] = "{0} din" }), Has.Count.EqualTo(2));

    [Test]
    public void Every_failure_code_in_the_sources_has_a_translation()
    {
        var texts = Neutral.SelectMany(f => Read(f).Keys).ToHashSet();
        var codes = Repository.Sources(Path.Combine(Repository.Root, "src")).SelectMany(f => FailureCode().Matches(File.ReadAllText(f))).Select(m => m.Groups["code"].Value).ToHashSet();
        Assert.That(codes, Has.Count.GreaterThan(20));
        Assert.That(codes.Where(c => !texts.Contains($"failure.{c}")), Is.Empty);
    }

    private static List<string> Missing(Dictionary<string, string> wanted, Dictionary<string, string> given) =>
        [.. wanted.Where(w => !given.TryGetValue(w.Key, out var text) || !Holes(w.Value).SetEquals(Holes(text)) || (text.Length == 0 && w.Value.Length > 0)).Select(w => w.Key)];

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, file)).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Hole();

    [GeneratedRegex("""(?:Failure\.Rule\(|WithErrorCode\(|Failure\.Invalid\("[^"]*",\s*|FieldError\([^,]+,\s*)"(?<code>[a-z-]+\.[a-z-]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex FailureCode();
}
