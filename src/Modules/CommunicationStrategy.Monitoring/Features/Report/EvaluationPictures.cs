// The evaluation's pictures for slides: each an SVG of 16:9 with its title and where its figures come from, all in one ZIP.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class EvaluationPictures
{
    /// <param name="report">The evaluation's report: what says at the foot of a picture where its figures come from.</param>
    public static byte[] Zip(Evaluation evaluation, ReportDocument report)
    {
        var snapshot = CanonicalSnapshot.Read(evaluation.Snapshot);
        var texts = ReportTexts.For(snapshot, report.Language);
        var at = new DateTimeOffset(report.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (i, (name, chart)) in EvaluationCharts.All(snapshot, texts).Index())
            {
                var slides = SvgSlide.Write(chart, $"{report.Author} · {report.FooterText}", report.Watermark).ToList();
                foreach (var (part, slide) in slides.Index())
                {
                    var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{i + 1:00}-{name}{(slides.Count > 1 ? $"-{part + 1}" : "")}.svg"));
                    entry.LastWriteTime = at;
                    using var file = entry.Open();
                    file.Write(Encoding.UTF8.GetBytes(slide));
                }
            }
        }

        return output.ToArray();
    }
}
