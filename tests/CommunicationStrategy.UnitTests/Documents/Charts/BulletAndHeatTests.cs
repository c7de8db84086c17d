// Bullets and heat maps: what is missing is said and never drawn, and shades are no more than a help.
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.UnitTests.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Documents.Charts;

[TestFixture]
internal sealed class BulletAndHeatTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [TestCase("ro", "Diagramă cu bare și țintă: T (%). A: x 82,5\u00a0%, y 61,0\u00a0%; B: x necalculabil, y fără date. Ținta: 100\u00a0%.")]
    [TestCase("ru", "Диаграмма с полосами и целью: T (%). A: x 82,5\u00a0%, y 61,0\u00a0%; B: x не рассчитывается, y нет данных. Цель: 100\u00a0%.")]
    [TestCase("en", "Bullet chart: T (%). A: x 82.5\u00a0%, y 61.0\u00a0%; B: x not computable, y no data. Target: 100\u00a0%.")]
    public void Bullets_in_words(string language, string words)
    {
        var chart = new Chart(ChartKind.Bullet, "T", "%", ["A", "B"], [new("x", [82.46m, null]), new("y", [61m, null])], language);
        Assert.That(chart.Description, Is.EqualTo(words));
    }

    [TestCase("ro", "Hartă termică: T (%). I: T1 79,9\u00a0%, T2 fără date; II: T1 0,0\u00a0%, T2 100,0\u00a0%.")]
    [TestCase("ru", "Тепловая карта: T (%). I: T1 79,9\u00a0%, T2 нет данных; II: T1 0,0\u00a0%, T2 100,0\u00a0%.")]
    [TestCase("en", "Heat map: T (%). I: T1 79.9\u00a0%, T2 no data; II: T1 0.0\u00a0%, T2 100.0\u00a0%.")]
    public void Heat_map_in_words(string language, string words)
    {
        var chart = new Chart(ChartKind.HeatMap, "T", "%", ["T1", "T2"], [new("I", [79.9m]), new("II", [0m, 100m])], language);
        Assert.That(chart.Description, Is.EqualTo(words));
    }

    [TestCase("ro", "Diagrame mici, câte una pe serie: T. I (lei): T1 79,5, T2 fără date, T3 81; II: T1 0, T2 100, T3 fără date.")]
    [TestCase("ru", "Малые графики, по одному на ряд: T. I (lei): T1 79,5, T2 нет данных, T3 81; II: T1 0, T2 100, T3 нет данных.")]
    [TestCase("en", "Small multiples, one per series: T. I (lei): T1 79.5, T2 no data, T3 81; II: T1 0, T2 100, T3 no data.")]
    public void Small_multiples_in_words_and_each_to_its_own_scale(string language, string words)
    {
        var chart = new Chart(ChartKind.Multiples, "T", "", ["T1", "T2", "T3"], [new("I (lei)", [79.5m, null, 81m]), new("II", [0m, 100m])], language);
        Assert.That(chart.Description, Is.EqualTo(words));
        var svg = XElement.Parse(SvgChart.Write(chart, 680));
        var marks = Marks(svg);
        Assert.That(marks, Has.Count.EqualTo(4), "what is missing has no point");
        var lines = svg.Descendants(Svg + "path").Select(p => p.Attribute("d")!.Value).Where(d => !d.Contains('a', StringComparison.Ordinal)).ToList();
        Assert.That(lines[0].Count(c => c == 'M'), Is.EqualTo(2), "a missing value is a gap");
        static double Y(XElement mark) => double.Parse(mark.Element(Svg + "path")!.Attribute("d")!.Value.Split(' ')[1].Split('m')[0], CultureInfo.InvariantCulture);
        Assert.That((Y(marks[0]), Y(marks[1])), Is.EqualTo((Y(marks[2]), Y(marks[3]))), "from its lowest to its highest, however far apart they are");
    }

    [Test]
    public void Many_small_multiples_go_on_over_several_sheets()
    {
        var chart = new Chart(ChartKind.Multiples, "T", "", ["T1", "T2"], [.. Enumerable.Range(1, 40).Select(i => new ChartSeries($"I-{i}", [i, i + 1]))], "ro");
        Assert.That(chart.Parts().Select(p => p.Series.Count), Is.EqualTo([18, 18, 4]));
        Assert.That(chart.Parts().SelectMany(p => p.Series), Is.EqualTo(chart.Series));
    }

    [TestCase("ro", "necalculabil", "ținta")]
    [TestCase("ru", "не рассчитывается", "цель")]
    [TestCase("en", "not computable", "target")]
    public void A_bullet_without_a_value_says_so_and_has_no_bar(string language, string words, string target)
    {
        var svg = XElement.Parse(SvgChart.Write(SampleReport.Bullets(language), 680));
        var rows = Marks(svg);

        Assert.That(rows, Has.Count.EqualTo(4));
        Assert.That(rows[1].Element(Svg + "title")!.Value, Does.EndWith(words));
        Assert.That(rows[1].Elements(Svg + "rect"), Is.Empty);
        Assert.That(rows[1].Elements(Svg + "text").Single().Value, Is.EqualTo(words));
        Assert.That(rows[0].Element(Svg + "title")!.Value, Does.StartWith("Rata persoanelor informate <&\"'>: Atins 82").And.Contains("Anterior 61"));
        Assert.That(svg.Descendants(Svg + "text").Select(t => t.Value), Has.Some.StartsWith(target + " 100"));
        Assert.That(Earlier(rows[0]) + Earlier(rows[2]) + Earlier(rows[3]), Is.EqualTo(2), "an earlier value that is missing has no mark");
    }

    [TestCase(360)]
    [TestCase(680)]
    public void Bullets_are_measured_against_the_target(int width)
    {
        var half = Bars(new Chart(ChartKind.Bullet, "T", "%", ["A", "B", "C"], [new("x", [50m, 100m, 0m])], "en"), width);
        Assert.That(half, Has.Count.EqualTo(2), "zero is a value, but no bar");
        Assert.That(half[0] / half[1], Is.EqualTo(0.5).Within(0.005));

        var beyond = Bars(new Chart(ChartKind.Bullet, "T", "%", ["A", "B"], [new("x", [75m, 150m])], "en"), width);
        Assert.That(beyond[0] / beyond[1], Is.EqualTo(0.5).Within(0.005), "the scale reaches as far as the largest value");

        var far = new Chart(ChartKind.Bullet, "T", "%", ["A", "B"], [new("x", [100m, 640.5m])], "en");
        var bars = Bars(far, width);
        Assert.That(bars[0] / bars[1], Is.EqualTo(0.5).Within(0.005), "one row must not flatten the others");
        Assert.That(SvgChart.Write(far, width), Does.Contain("cs-cut").And.Contain("640.5"));
    }

    [Test]
    public void Parts_of_a_long_chart_hold_every_row_once_and_keep_the_scale([Values(ChartKind.Bullet, ChartKind.Bars, ChartKind.StackedBars)] ChartKind kind, [Values(1, 12, 13, 25, 40)] int rows)
    {
        var chart = new Chart(kind, "T", "%", [.. Enumerable.Range(1, rows).Select(i => $"Indicatorul {i}")],
            [new("x", [.. Enumerable.Range(1, rows).Select(i => (decimal?)(i == rows ? 160 : 50))]), new("y", [.. Enumerable.Range(1, rows).Select(i => (decimal?)i)])], "ro")
        { CategoryLinks = [.. Enumerable.Range(1, rows).Select(i => $"/{i}")] };
        var parts = chart.Parts().ToList();

        Assert.That(parts.SelectMany(p => p.Categories), Is.EqualTo(chart.Categories));
        Assert.That(parts.SelectMany(p => p.CategoryLinks!), Is.EqualTo(chart.CategoryLinks));
        for (var s = 0; s < 2; s++) Assert.That(parts.SelectMany(p => p.Series[s].Values), Is.EqualTo(chart.Series[s].Values));
        Assert.That(parts.Select(p => p.Categories.Count), Is.All.InRange(1, 12));
        var fifties = parts.SelectMany(p => Marks(XElement.Parse(SvgChart.Write(p, 680))).Where(m => m.Element(Svg + "title")!.Value.Contains("x 50,0", StringComparison.Ordinal)))
            .Select(m => m.Elements(Svg + "rect").Last().Attribute("width")!.Value).Distinct();
        Assert.That(fifties.Count(), Is.EqualTo(rows == 1 ? 0 : 1), "the same value is as long in every part");
        foreach (var part in parts)
        {
            var height = int.Parse(XElement.Parse(SvgChart.Write(part, 680)).Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);
            Assert.That(height, Is.LessThan(950), "a sheet of A4 within its margins");
        }
    }

    [TestCase("ro", "fără date")]
    [TestCase("ru", "нет данных")]
    [TestCase("en", "no data")]
    public void Every_cell_of_a_heat_map_prints_its_figure(string language, string none)
    {
        var chart = SampleReport.Heat(language);
        var svg = XElement.Parse(SvgChart.Write(chart, 680));
        var cells = Marks(svg).Where(m => m.Element(Svg + "rect") is not null).ToList();

        Assert.That(cells, Has.Count.EqualTo(12));
        for (var i = 0; i < cells.Count; i++)
        {
            var (series, category) = (chart.Series[i / 3], i % 3);
            var label = ChartWords.Value(chart, series, category);
            var fill = cells[i].Element(Svg + "rect")!.Attribute("fill")!.Value;
            Assert.That(cells[i].Element(Svg + "title")!.Value, Is.EqualTo($"{series.Name}, {chart.Categories[category]}: {label}"));
            Assert.That(cells[i].Element(Svg + "text")!.Value, Is.EqualTo(label));
            if (chart.ValueOf(series, category) is { } value) Assert.That(fill, Is.EqualTo(HeatStep.Of(value).Css));
            else Assert.That(fill, Does.StartWith("url(#").And.EndsWith("-nothing)"));
            Assert.That(label, chart.ValueOf(series, category) is null ? Is.EqualTo(none) : Does.Match("^[0-9.,]+\u00a0%$"));
        }

        Assert.That(svg.Descendants(Svg + "pattern").Count(), Is.EqualTo(1));
        Assert.That(svg.Descendants(Svg + "title").Select(t => t.Value), Is.SupersetOf(chart.Series.Select(s => s.Name)), "a name that is cut stands in full in its title");
    }

    [TestCase(-1, 1)]
    [TestCase(0, 1)]
    [TestCase(19.94, 1)]
    [TestCase(19.95, 2)]
    [TestCase(40, 3)]
    [TestCase(79.94, 4)]
    [TestCase(79.96, 5)]
    [TestCase(240, 5)]
    public void A_shade_follows_the_printed_figure(double value, int step) => Assert.That(HeatStep.Of((decimal)value).Number, Is.EqualTo(step));

    [Test]
    public void Narrow_cells_keep_their_figure_and_drop_the_unit()
    {
        var chart = new Chart(ChartKind.HeatMap, "T", "%", [.. Enumerable.Range(1, 14).Select(i => $"T{i}")], [new("I", [.. Enumerable.Range(1, 14).Select(i => i == 3 ? null : (decimal?)(i * 7))])], "ro");
        var cells = Marks(XElement.Parse(SvgChart.Write(chart, 680))).Where(m => m.Element(Svg + "rect") is not null).Select(m => m.Element(Svg + "text")!.Value).ToList();

        Assert.That(cells[..4], Is.EqualTo(new[] { "7,0", "14,0", "–", "28,0" }));
    }

    [Test]
    public void Rows_and_columns_lead_where_they_are_told_and_nowhere_harmful()
    {
        var chart = SampleReport.Heat() with { CategoryLinks = ["/evaluations/1", null, "//evil.example"] };
        chart = chart with { Series = [chart.Series[0] with { Link = "/institutions/1?a=1&b=2" }, chart.Series[1] with { Link = "javascript:alert(1)" }, .. chart.Series.Skip(2)] };
        var svg = XElement.Parse(SvgChart.Write(chart, 680));
        var links = svg.Descendants(Svg + "a").ToList();

        Assert.That(links.Select(a => a.Attribute("href")!.Value), Is.EqualTo(new[] { "/evaluations/1", "/institutions/1?a=1&b=2" }));
        Assert.That(links[1].Element(Svg + "title")!.Value, Is.EqualTo("Ministerul Afacerilor Interne: T3 2025 100,0\u00a0%, T4 2025 80,0\u00a0%, T1 2026 60,0\u00a0%"));
        Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("group"));
        Assert.That(XElement.Parse(SvgChart.Write(SampleReport.Heat(), 680)).Attribute("role")!.Value, Is.EqualTo("img"));
    }

    [Test]
    public void Figures_on_shades_can_be_read_in_light_and_in_dark()
    {
        foreach (var step in HeatStep.All) Assert.That(Contrast(step.Colour, step.OnColour), Is.GreaterThanOrEqualTo(4.5), $"light {step.Number}");

        var theme = File.ReadAllText(Path.Combine(Root(), "src", "CommunicationStrategy.Web", "wwwroot", "css", "theme.css"));
        foreach (var step in HeatStep.All)
        {
            Assert.That(Contrast(Variable(theme, $"heat-{step.Number}"), Variable(theme, $"on-heat-{step.Number}")), Is.GreaterThanOrEqualTo(4.5), $"dark {step.Number}");
        }

        foreach (var (tone, band) in new[] { "accent", "info", "good", "late", "bad" }.SelectMany(_ => Enumerable.Range(1, 3), (t, b) => (t, b)))
        {
            Assert.That(Contrast(Variable(theme, tone), Variable(theme, $"band-{band}")), Is.GreaterThanOrEqualTo(3), $"dark {tone} on ground {band}");
        }
    }

    [Test]
    public void The_table_beside_a_chart_has_its_rows_the_way_they_are_read()
    {
        var heat = SampleReport.Heat().ToTable("h", "Instituție");
        Assert.That(heat.Columns.Select(c => c.Title), Is.EqualTo(new[] { "Instituție", "T3 2025", "T4 2025", "T1 2026" }));
        Assert.That(heat.Rows.Select(r => r[2].Value), Is.EqualTo(new object[] { 79.96m, "fără date", 45.5m, "fără date" }));

        var bullets = SampleReport.Bullets().ToTable("b", "Indicator");
        Assert.That(bullets.Columns.Select(c => (c.Title, c.Kind)), Is.EqualTo(new[] { ("Indicator", CellKind.Text), ("Atins", CellKind.Percent), ("Anterior", CellKind.Percent) }));
        Assert.That(bullets.Rows[1].Select(c => c.Value), Is.EqualTo(new object[] { SampleReport.Bullets().Categories[1], "necalculabil", 40m }));
    }

    private static List<XElement> Marks(XElement svg) => [.. svg.Descendants(Svg + "g").Where(g => g.Element(Svg + "title") is not null)];

    private static int Earlier(XElement row) => row.Elements(Svg + "path").Count(p => p.Attribute("class")?.Value == "cs-earlier");

    /// <summary>The lengths of the bars; grounds have colours of their own.</summary>
    private static List<double> Bars(Chart chart, int width) =>
    [
        .. XElement.Parse(SvgChart.Write(chart, width)).Descendants(Svg + "rect").Where(r => r.Attribute("fill")!.Value.Contains("chart-accent", StringComparison.Ordinal))
            .Select(r => double.Parse(r.Attribute("width")!.Value, CultureInfo.InvariantCulture)),
    ];

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunicationStrategy.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the tests.");
    }

    /// <summary>The last value that the style sheet gives a colour of charts: the dark one.</summary>
    private static string Variable(string css, string name) =>
        Regex.Matches(css, $"--cs-chart-{name}: #(?<hex>[0-9a-f]{{6}});", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Last().Groups["hex"].Value;

    private static double Contrast(string one, string other)
    {
        double[] lights = [Light(one), Light(other)];
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Light(string hex)
    {
        double Channel(int at)
        {
            var share = Convert.ToInt32(hex.Substring(at, 2), 16) / 255d;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }
}
