// A chart must parse, say what it shows, and show it by more than colour.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.UnitTests.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Documents.Charts;

[TestFixture]
internal sealed partial class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Every_kind_is_well_formed_and_names_itself([Values] ChartKind kind, [Values(360, 480, 680)] int width)
    {
        var chart = Of(kind);
        var svg = XElement.Parse(SvgChart.Write(chart, width));

        Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(svg.Element(Svg + "title")!.Value, Is.EqualTo(chart.Title));
        Assert.That(svg.Element(Svg + "desc")!.Value, Is.EqualTo(chart.Description));
        Assert.That(svg.Attribute("aria-labelledby")!.Value, Is.EqualTo(svg.Element(Svg + "title")!.Attribute("id")!.Value));
        Assert.That(svg.Attribute("viewBox")!.Value, Does.Match($"^0 0 {width} [0-9]+$"));
    }

    [TestCase("ro", "66,7\u00a0%", "fără date")]
    [TestCase("ru", "66,7\u00a0%", "нет данных")]
    [TestCase("en", "66.7\u00a0%", "no data")]
    public void Every_value_is_said_in_the_language_of_the_chart(string language, string percent, string none)
    {
        var chart = new Chart(ChartKind.Bars, "T", "%", ["A", "B"], [new("x", [66.7m, null]), new("y", [12m, 100m])], language);

        Assert.That(chart.Description, Does.Contain(percent).And.Contain(none).And.Contain("x").And.Contain("y"));
        Assert.That(SvgChart.Write(chart), Does.Contain(percent).And.Contain(none));
    }

    [Test]
    public void Marks_of_a_stack_carry_their_value_and_a_hatching()
    {
        var svg = SvgChart.Write(SampleReport.Stacked());
        foreach (var text in new[] { "Consolidarea cooperării cu presa: Nerealizate 2", "Îmbunătățirea comunicării cu actorii comunității antitrafic: La timp 6" })
        {
            Assert.That(svg, Does.Contain($"<title>{text}</title>"));
        }

        Assert.That(XElement.Parse(svg).Descendants(Svg + "pattern").Count(), Is.EqualTo(3), "late, warn and bad differ by more than colour");
    }

    [Test]
    public void Links_are_followed_only_where_they_are_harmless()
    {
        var chart = Of(ChartKind.Bars) with { CategoryLinks = ["/plan?objective=1&state=late", "javascript:alert(1)", "//evil.example"] };
        var svg = XElement.Parse(SvgChart.Write(chart));

        Assert.That(svg.Descendants(Svg + "a").Select(a => a.Attribute("href")!.Value), Is.EqualTo(new[] { "/plan?objective=1&state=late" }));
        Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("group"), "links inside an image would be out of reach");
    }

    [Test]
    public void Text_cannot_break_out()
    {
        const string attack = "</text><script>alert('1')</script>\u0001\ud800\"&";
        foreach (var kind in Enum.GetValues<ChartKind>())
        {
            var svg = SvgChart.Write(new Chart(kind, attack, attack, [attack], [new(attack, [1]), new(attack, [2])], "en") { CategoryLinks = ["/?q=\"><script>"] });
            Assert.That(XElement.Parse(svg).Descendants().Select(e => e.Name.LocalName), Does.Not.Contain("script"));
        }
    }

    [Test]
    public void Nothing_to_draw_is_no_error([Values] ChartKind kind)
    {
        Chart[] charts = [new(kind, "T", "", [], [], "ro"), new(kind, "T", "", ["A"], [new("x", [])], "ro"), new(kind, "T", "", ["A"], [new("x", [0m])], "ro"), new(kind, "T", "", ["A", "B"], [new("x", [-3m, 4m])], "ro")];
        foreach (var chart in charts) Assert.That(() => XElement.Parse(SvgChart.Write(chart)), Throws.Nothing);
    }

    [Test]
    public void Marks_stay_inside_the_picture([Values] ChartKind kind)
    {
        foreach (var text in XElement.Parse(SvgChart.Write(Of(kind), 360)).Descendants(Svg + "text"))
        {
            var x = double.Parse(text.Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(x, Is.InRange(0, 360), text.Value);
        }
    }

    [Test]
    public void Colours_are_variables_so_that_a_theme_can_change_them()
    {
        Assert.That(ColourAttribute().Matches(SvgChart.Write(SampleReport.Stacked())).Select(m => m.Groups["colour"].Value).Distinct(),
            Has.All.Match("^(var[(]--cs-chart-|url[(]#chart-|none$|#fff$|#1f2933$)"));
    }

    [TestCase(360)]
    [TestCase(680)]
    public void Bars_of_several_series_stand_in_groups(int width)
    {
        string[] names = ["Бюджет Республики Молдова, выделенный министерствам и ведомствам", "Resurse ale partenerilor de dezvoltare", "Surse neidentificate"];
        var chart = new Chart(ChartKind.Bars, "T", "mii lei", names, [new("planificat", [10, 20, 30]), new("alocat", [9, null, 20]), new("cheltuit", [1, 2, 3])], "ro");
        var svg = XElement.Parse(SvgChart.Write(chart, width));
        var bars = svg.Descendants(Svg + "g").Select(g => g.Element(Svg + "rect")).OfType<XElement>().Select(r => (Top: Number(r, "y"), Width: Number(r, "width"))).ToList();

        Assert.That(bars, Has.Count.EqualTo(8), "a bar for every value, none for the missing one");
        for (var i = 1; i < bars.Count; i++) Assert.That(bars[i].Top - bars[i - 1].Top, Is.GreaterThanOrEqualTo(19), "no bar covers another");
        Assert.That(bars[0].Width / bars[5].Width, Is.EqualTo(1d / 3).Within(0.01), "all series are drawn to one scale");
        var lines = svg.Descendants(Svg + "text").Where(t => t.Attribute("x")!.Value == "0").Select(t => Number(t, "y")).Order().ToList();
        for (var i = 1; i < lines.Count; i++) Assert.That(lines[i] - lines[i - 1], Is.GreaterThanOrEqualTo(SvgCanvas.LineHeight), "no name covers another");
    }

    [TestCase("Осведомлённость <молодёжи> & родителей о признаках торговли людьми в сельской местности и городах")]
    [TestCase("МИНИСТЕРСТВО ЗДРАВООХРАНЕНИЯ, ТРУДА И СОЦИАЛЬНОЙ ЗАЩИТЫ РЕСПУБЛИКИ")]
    [TestCase("Рентгеноэлектрокардиографическогоблока și încă un cuvânt")]
    [TestCase("Высокопревосходительствующегося и ещё слово")]
    [TestCase("информировани населениемрайо информировани населениемрайо информировани населениемрайо ещё")]
    [TestCase("https://exemplu.md/un/drum/fără/spații/și/foarte/lung")]
    [TestCase("Comitetul național pentru combaterea traficului de ființe umane și Secretariatul său permanent")]
    public void Names_keep_to_their_column(string name)
    {
        var lines = SvgCanvas.Wrap(name, 28);

        Assert.That(lines.Select(l => SvgCanvas.WidthOf(l)), Is.All.LessThan(218), "the column beside the bars");
        Assert.That(lines, Has.Count.LessThanOrEqualTo(3));
        if (string.Join(' ', lines) != name) Assert.That(lines, Has.Some.EndsWith("…"), "what is left out is marked");
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Chart Of(ChartKind kind) => SampleReport.Romanian().Sections.SelectMany(s => s.Charts).First(c => c.Kind == kind);

    [GeneratedRegex("(fill|stroke)=\"(?<colour>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColourAttribute();
}
