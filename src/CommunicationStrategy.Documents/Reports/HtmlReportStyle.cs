// The look of the printed report: one column of A4, quiet rules instead of boxes, figures that stand in line.
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

internal static class HtmlReportStyle
{
    public static string Css(ReportDocument report, ReportWords words, ReportPart part) => $$"""
        @page { size: A4; margin: 22mm 18mm 20mm; }
        @page {
          @top-left { content: {{Quote(report.Title)}}; font: 8pt var(--font); color: #56616e; }
          @bottom-left { content: {{Quote(report.FooterText ?? report.Author)}}; font: 8pt var(--font); color: #56616e; }
          @bottom-right { content: "{{(part == ReportPart.Annexes ? words.Annexes + " · " : "")}}{{words.Page}} " counter(page) " {{words.Of}} " counter(pages); font: 8pt var(--font); color: #56616e; white-space: nowrap; }
        }
        {{(part == ReportPart.Annexes ? "" : FirstPage(report))}}
        :root { --accent: #{{report.Accent}}; --font: "Noto Sans", "Segoe UI", Arial, sans-serif; --cs-chart-accent: #{{report.Accent}}; }

        """ + Fixed + string.Concat(HeatStep.All.Select(s => $".heat .h{s.Number} {{ background: #{s.Colour}; color: #{s.OnColour}; }}\n"));

    /// <summary>A cover has no header and no number.</summary>
    private static string FirstPage(ReportDocument report) => report.IsBrief
        ? "@page :first { margin: 13mm 18mm 15mm; @top-left { content: \"\"; } }"
        : "@page :first { margin: 26mm 22mm 20mm; @top-left { content: \"\"; } @bottom-left { content: \"\"; } @bottom-right { content: \"\"; } }";

    /// <summary>One table on landscape sheets.</summary>
    public static string ListCss(string title, ReportWords words) => $$"""
        @page { size: A4 landscape; margin: 16mm 12mm 15mm; }
        @page {
          @bottom-left { content: {{Quote(title)}}; font: 8pt var(--font); color: #56616e; }
          @bottom-right { content: "{{words.Page}} " counter(page) " {{words.Of}} " counter(pages); font: 8pt var(--font); color: #56616e; white-space: nowrap; }
        }
        :root { --accent: #1d3f6e; --font: "Noto Sans", "Segoe UI", Arial, sans-serif; }

        """ + Fixed + """
        body { max-width: none; }
        h1 { font-size: 15pt; font-weight: 600; margin: 0 0 1.5mm; }
        p { color: #56616e; }
        table { margin-top: 3mm; }

        """;

    private const string Fixed = """
        * { box-sizing: border-box; }
        html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { font: 10.5pt/1.5 var(--font); color: #1f2933; background: #fff; max-width: 190mm; margin: 0 auto; padding: 12mm 8mm; font-variant-numeric: tabular-nums lining-nums; }
        h1, h2, h3 { color: var(--accent); line-height: 1.4; break-after: avoid; text-wrap: balance; }
        h2 { font-size: 16pt; font-weight: 600; margin: 0 0 4mm; padding-bottom: 1.5mm; border-bottom: 1pt solid var(--accent); }
        h3 { font-size: 10.5pt; font-weight: 400; color: inherit; margin: 7mm 0 2mm; }
        p { margin: 0 0 3mm; orphans: 3; widows: 3; max-width: 165mm; }
        a { color: var(--accent); text-decoration: underline; text-underline-offset: 2px; overflow-wrap: anywhere; }
        section { margin-top: 14mm; }
        .unit { font-weight: 400; color: #56616e; white-space: nowrap; }
        .none { color: #56616e; border-left: 2pt solid #c9d0d8; padding-left: 4mm; }

        .cover { border-top: 3pt solid var(--accent); padding-top: 7mm; }
        .cover .author { font-size: 11pt; font-weight: 600; letter-spacing: .01em; color: #3b4754; margin: 0 0 24mm; max-width: 120mm; }
        .cover .title { border-left: 3pt solid var(--accent); padding-left: 7mm; }
        .cover h1 { font-size: 27pt; font-weight: 600; line-height: 1.18; margin: 0; }
        .cover .subtitle { font-size: 14pt; color: #3b4754; margin: 4mm 0 0; }
        .cover .state { display: inline-block; border: 1pt solid #a4262c; color: #a4262c; font-weight: 600; padding: 1mm 4mm; margin: 8mm 0 0 8mm; }
        .facts { margin: 14mm 0 0; padding: 0; border-top: .5pt solid #c9d0d8; }
        .facts div { display: grid; grid-template-columns: 52mm 1fr; gap: 4mm; padding: 1.5mm 0; border-bottom: .5pt solid #c9d0d8; break-inside: avoid; }
        .facts dt { color: #56616e; }
        .facts dd { margin: 0; font-weight: 600; min-width: 0; overflow-wrap: anywhere; }
        .contents { margin-top: 14mm; break-inside: avoid; }
        .contents h2 { font-size: 11pt; border: 0; margin: 0 0 1mm; padding: 0; }
        .contents ul { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 10mm; }
        .contents li { padding: .8mm 0; break-inside: avoid; }
        .contents a { text-decoration: none; color: inherit; }

        table { width: 100%; border-collapse: collapse; margin: 6mm 0 8mm; font-size: 9pt; line-height: 1.37; }
        caption { caption-side: top; text-align: left; font-size: 10pt; padding-bottom: 2mm; break-after: avoid; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { text-align: left; vertical-align: top; padding: 1.7mm 2mm; overflow-wrap: break-word; }
        th:first-child, td:first-child { padding-left: 1mm; }
        thead th { font-weight: 600; vertical-align: bottom; color: var(--accent); border-top: 1pt solid var(--accent); border-bottom: 1pt solid var(--accent); hyphens: auto; }
        tbody th { font-weight: 400; }
        tbody tr { border-bottom: .5pt solid #d9dee4; }
        tbody tr:last-child { border-bottom: 1pt solid var(--accent); }
        .n { text-align: right; white-space: nowrap; }
        thead .n { white-space: normal; }
        td.d { white-space: nowrap; }
        small { display: block; font-size: 8pt; color: #56616e; white-space: normal; }
        .dense { font-size: 8pt; }
        .dense th, .dense td { padding: 1.5mm 1.2mm; }
        .dense thead th { font-size: 7.5pt; }
        .crowded th, .crowded td { padding: 1.5mm .7mm; }
        .crowded thead .n { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; vertical-align: middle; white-space: nowrap; border: 0; border-top: 1pt solid var(--accent); border-bottom: 1pt solid var(--accent); }

        figure { margin: 6mm 0 9mm; padding: 0; break-inside: avoid; }
        figure.flows { break-inside: auto; }
        figure.flows .cs-chart + .cs-chart { margin-top: 6mm; }
        figcaption { font-size: 10pt; margin-bottom: 3mm; break-after: avoid; }
        .cs-chart { display: block; max-width: 100%; height: auto; break-inside: avoid; }
        .cs-chart-gauge { max-width: 125mm; margin: 0 auto; }
        .chart-data { font-size: 8pt; margin: 3mm 0 0; color: #3b4754; }
        .chart-data th, .chart-data td { padding: .8mm 1.5mm; border-color: #d9dee4; color: inherit; }
        .chart-data thead th { border-top: 0; border-bottom: .5pt solid #c9d0d8; font-weight: 600; }
        .heat { border-collapse: separate; border-spacing: .4mm; }
        .heat th:first-child { width: 38%; }
        .heat td, .heat tbody th { vertical-align: middle; }
        .heat .n { text-align: center; }
        .chart-data tbody tr, .chart-data tbody tr:last-child { border-bottom: .5pt solid #e6eaee; }

        .brief { font-size: 9.5pt; line-height: 1.4; }
        .brief .cover { break-after: auto; padding-top: 3mm; }
        .brief .cover .author { font-size: 9.5pt; margin: 0 0 3mm; max-width: none; }
        .brief .cover .title { padding-left: 4mm; }
        .brief .cover h1 { font-size: 17pt; }
        .brief .cover .subtitle { font-size: 11pt; margin: 1mm 0 0; }
        .brief .cover .state { display: none; }
        .brief .facts { margin: 3mm 0 4mm; columns: 2; column-gap: 8mm; font-size: 8.5pt; }
        .brief .facts div { grid-template-columns: 26mm 1fr; gap: 2mm; padding: .6mm 0; }
        .brief h2 { font-size: 12pt; margin: 0 0 2mm; padding-bottom: .8mm; }
        .brief p { margin: 0 0 1mm; max-width: none; }
        .brief section + section { margin-top: 3mm; }
        .brief table { margin: 1.5mm 0; font-size: 8pt; }
        .brief caption { font-size: 9pt; padding-bottom: .8mm; }
        .brief h3 { font-size: 9pt; margin: 2mm 0 1mm; }
        .brief th, .brief td { padding: .6mm 1.5mm; }
        .brief figure { float: right; width: 78mm; margin: 0 0 2mm 5mm; }
        .brief table { clear: both; }
        .brief small { display: inline; margin-left: 1mm; font-size: 7.5pt; }
        .brief figcaption { font-size: 9pt; margin-bottom: 1mm; }

        .watermark { position: fixed; inset: 0; display: grid; place-items: center; font-size: 96pt; font-weight: 700; letter-spacing: .06em; color: #1f2933; opacity: .07; transform: rotate(-38deg); pointer-events: none; white-space: nowrap; z-index: 9; }
        footer { margin-top: 12mm; border-top: .5pt solid #c9d0d8; padding-top: 3mm; font-size: 8.5pt; color: #56616e; }
        @media print {
          body { max-width: none; padding: 0; }
          body:not(.brief) .cover:not(:has(.contents)) { break-after: page; }
          .contents { break-before: page; margin: 0 0 12mm; }
          .contents h2 { font-size: 16pt; border-bottom: 1pt solid var(--accent); margin-bottom: 4mm; padding-bottom: 1.5mm; }
          section { margin-top: 0; }
          body:not(.brief) section + section { margin-top: 12mm; }
          footer { display: none; }
        }
        @media screen and (max-width: 640px) {
          body { padding: 5mm 4mm; }
          main { overflow-x: auto; }
          .cover .author { margin-bottom: 12mm; }
          .contents ul { columns: 1; }
          .facts div { grid-template-columns: 1fr; gap: 0; }
          .watermark { font-size: 48pt; }
        }

        """;

    /// <summary>A CSS string: what could end it, or the style element around it, is written as an escape.</summary>
    private static string Quote(string text) => "\"" + string.Concat(XmlText.Clean(text).Select(c =>
        c is '"' or '\\' or '<' or '>' or '&' || char.IsControl(c) ? "\\" + ((int)c).ToString("x") + " " : c.ToString())) + "\"";
}
