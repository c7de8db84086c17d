// A timeline parses, says what it shows, puts every day where it belongs, and leads to the activities.
using System.Globalization;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.UnitTests.Documents.Charts;

[TestFixture]
internal sealed class SvgTimelineTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    [Test]
    public void It_is_well_formed_and_names_itself_and_what_it_shows()
    {
        var svg = Draw(Bar("a", First, new DateOnly(2026, 6, 30)) with { Name = "1.1 <script> & „presa”" });
        Assert.Multiple(() =>
        {
            Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("group"), "links inside an image would be out of reach");
            Assert.That(svg.Attribute("aria-labelledby")!.Value, Is.EqualTo(svg.Element(Svg + "title")!.Attribute("id")!.Value));
            Assert.That(svg.Element(Svg + "desc")!.Value, Is.EqualTo("descriere"));
            Assert.That(Texts(svg), Does.Contain("1.1 <script> & „presa”").And.Contain("II 2026").And.Contain("07").And.Contain("1 Obiectivul"));
            Assert.That(svg.Descendants(Svg + "a").Select(a => (a.Attribute("href")!.Value, a.Element(Svg + "title")!.Value)), Is.EqualTo(new[] { ("/plan/activities/a", "a în cuvinte") }));
            Assert.That(svg.ToString(), Does.Not.Contain("style=").And.Contain("var(--cs-chart-"));
        });
    }

    [Test]
    public void A_harmful_link_is_left_out() => Assert.That(Draw(Bar("a", First, Last) with { Link = "javascript:alert(1)" }).Descendants(Svg + "a"), Is.Empty);

    [Test]
    public void Bars_reach_from_their_first_to_their_last_day()
    {
        var bars = Draw(Bar("all", First, Last), Bar("half", new DateOnly(2026, 7, 2), Last), Bar("day", First, First)).Descendants(Svg + "a").Select(a => a.Descendants(Svg + "rect").Single()).ToList();
        Assert.That(Number(bars[1], "width") / Number(bars[0], "width"), Is.EqualTo(183 / 365.0).Within(.01));
        Assert.That(Number(bars[1], "x") + Number(bars[1], "width"), Is.EqualTo(Number(bars[0], "x") + Number(bars[0], "width")).Within(.1));
        Assert.That(Number(bars[2], "width"), Is.GreaterThanOrEqualTo(4), "one day can still be seen");
    }

    [Test]
    public void What_has_no_due_day_has_no_bar() => Assert.That(Draw(Bar("a", First, null)).Descendants(Svg + "a").Single().Descendants(Svg + "rect"), Is.Empty);

    [Test]
    public void Marks_the_first_due_day_arrows_and_warnings_are_drawn()
    {
        var svg = Draw(
            Bar("a", First, new DateOnly(2026, 6, 30)) with { Marks = [new(2026, 3, 31), new(2026, 6, 30)], Original = new(2026, 5, 1) },
            Bar("b", First, new DateOnly(2026, 4, 30)) with { After = ["a", "elsewhere"], Warns = true });
        int Count(string name) => svg.Descendants(Svg + "path").Count(p => p.Attribute("class")?.Value == name);
        Assert.That((Count("cs-mark"), Count("cs-original"), Count("cs-arrow"), Count("cs-warning")), Is.EqualTo((2, 1, 1, 1)), "what stands on another page has no arrow");
    }

    [Test]
    public void Today_has_its_line_only_where_it_lies_in_between([Values] bool inside)
    {
        var today = inside ? new DateOnly(2026, 7, 1) : new DateOnly(2027, 7, 1);
        var svg = XElement.Parse(SvgTimeline.Write(Timeline([Bar("a", First, Last)]) with { Today = today }));
        Assert.That(svg.Descendants(Svg + "title").Count(t => t.Value == "astăzi"), Is.EqualTo(inside ? 1 : 0));
    }

    [Test]
    public void Days_outside_are_drawn_at_the_edge()
    {
        var bar = Draw(Bar("a", new DateOnly(2020, 1, 1), new DateOnly(2035, 1, 1))).Descendants(Svg + "a").Single().Descendants(Svg + "rect").Single();
        Assert.That(Number(bar, "x") + Number(bar, "width"), Is.LessThanOrEqualTo(1040));
    }

    private static XElement Draw(params TimelineBar[] bars) => XElement.Parse(SvgTimeline.Write(Timeline(bars)));

    private static Timeline Timeline(TimelineBar[] bars) => new("Cronologie", "descriere", First, Last, new DateOnly(2026, 6, 1), "astăzi", "ro", [new TimelineGroup("1 Obiectivul", bars)]);

    private static TimelineBar Bar(string key, DateOnly start, DateOnly? due) => new(key, key, $"{key} în cuvinte", start, due, "bad", $"/plan/activities/{key}");

    private static List<string> Texts(XElement svg) => [.. svg.Descendants(Svg + "text").Select(t => t.Value)];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
