using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.UnitTests.Documents.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Documents that other programs wrote, and our own read back.</summary>
public sealed class DocxFileTests
{
    [Test]
    public void A_document_of_another_program_says_what_the_CSV_says()
    {
        var (csv, docx) = (Tables.Data("actionplan-A.csv").Table!, Tables.Data("actionplan-A.docx"));

        Assert.That(docx.Problems, Is.Empty);
        Assert.That(docx.Table!.Rows, Has.Count.EqualTo(91));
        foreach (var (header, column) in new[] { ("Objective no.", "objective_no"), ("Objective", "objective"), ("Action", "action"), ("Deadline", "deadline_as_written"), ("Responsible institutions", "responsible_institutions"), ("Progress indicators", "progress_indicators") })
        {
            var (left, right) = (docx.Table.Headers.ToList().IndexOf(header), csv.Headers.ToList().IndexOf(column));
            Assert.That(docx.Table.Rows.Select(r => r.Cells[left]), Is.EqualTo(csv.Rows.Select(r => r.Cells[right].Trim())), header);
        }
    }

    [Test]
    public void A_plan_of_285_rows_under_headings_and_beside_merged_cells()
    {
        var (csv, docx) = (Tables.Data("actionplan-C.csv").Table!, Tables.Data("actionplan-C.docx"));

        Assert.That(docx.Problems, Is.Empty);
        Assert.That(docx.Table!.Headers.TakeLast(2), Is.EqualTo(new[] { "Objective no.", "Objective" }));
        // Number, action (merged downwards), sub-action; the objective of the headings.
        Assert.That(docx.Table.Rows.Select(r => (r.Cells[0], r.Cells[1], r.Cells[2], r.Cells[8], r.Cells[9])), Is.EqualTo(csv.Rows.Select(r => (r.Cells[0], r.Cells[3], r.Cells[4].Trim(), r.Cells[1], r.Cells[2]))));
    }

    [Test]
    public void A_document_full_of_changes_is_read_as_accepted()
    {
        var reading = Tables.Data("actionplan-tracked.docx");

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Rows.Select(r => $"{r.Table}:{r.Number} {string.Join('|', r.Cells)}"), Is.EqualTo(new[]
        {
            "1:4 1.|Club de presă|Ședință lunară|Cancelaria de Stat\nMAI|iulie 2026|Nr. de ședințe|1.1|Cetățeni informați",
            "1:5 1.|Club de presă|Buletin trimestrial|Cancelaria de Stat|trim. IV 2026|a) buletine\nb) abonați|1.1|Cetățeni informați",
            "1:6 2.|Site nou||MAI|31.12.2026||1.1|Cetățeni informați",
            "2:3 3.|Răspuns în 24 de ore||Serviciul de presă|permanent|100 % din întrebări|1.2|Presa primește răspuns",
        }));
        Assert.That(reading.Table.Rows[0].Asides![4].Struck, Is.EqualTo("iunie"));
    }

    [Test]
    public void Our_table_is_valid_landscape_and_repeats_its_header()
    {
        using var stream = FormatReaders.Bytes(s => ListExport.WriteDocx(Table(["Nr.", "Acțiunea"], [["1", "Club\nde presă"], ["2", ""]]), "ro", s));
        using var document = WordprocessingDocument.Open(stream, false);
        var body = document.MainDocumentPart!.Document.Body!;

        Assert.That(FormatReaders.Problems(document), Is.Empty);
        Assert.That(body.Descendants<PageSize>().Single() is { Orient.Value: var orient, Width.Value: 16838 } && orient == PageOrientationValues.Landscape);
        Assert.That(body.Descendants<TableHeader>().Count(), Is.EqualTo(1));
        Assert.That(body.Descendants<CantSplit>().Count(), Is.EqualTo(3));
        Assert.That(body.Elements<Paragraph>().First().ParagraphProperties!.ParagraphStyleId!.Val!.Value, Is.EqualTo("Heading1"));
        Assert.That(document.MainDocumentPart.FooterParts.Single().Footer.InnerText, Does.Contain("PAGE"));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property Our_table_read_back_has_the_same_cells()
    {
        var text = Gen.OneOf(Gen.Elements("", "trim. IV 2026", "MAI; CS", "a\nb\n\nc", "<w:p> & \"x\"", "șțăî — ёжик", "=1+1", "-"), ArbMap.Default.ArbFor<string>().Generator.Select(s => Clean(s)));
        return Prop.ForAll(text.ListOf(3).ListOf().ToArbitrary(), rows =>
        {
            var written = rows.Select((r, i) => (string[])[$"n{i}", .. r.Select(Clean)]).ToList();
            if (written.Count == 0) written.Add(["n", "a", "", "b"]);
            using var stream = FormatReaders.Bytes(s => ListExport.WriteDocx(Table(["Nr.", "Acțiunea", "Termen", "Cine"], written), "ro", s));
            var read = Tables.Read(stream.ToArray(), "plan.docx");
            return read.Problems.Count == 0 && read.Table!.Headers.SequenceEqual(["Nr.", "Acțiunea", "Termen", "Cine"])
                && read.Table.Rows.Select(r => string.Join('\u001f', r.Cells)).SequenceEqual(written.Select(r => string.Join('\u001f', r)));
        });
    }

    // What a cell is read as: line ends made uniform, no blanks around it, no characters that XML has no room for.
    private static string Clean(string? text) =>
        new string([.. (text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE')]).Trim();

    private static ReportTable Table(string[] headers, IReadOnlyList<string[]> rows) => new(
        "plan", "Planul de acțiuni", [.. headers.Select(h => new ReportColumn(h, h))], [.. rows.Select(r => r.Select(c => (ReportCell)c).ToList())]);
}
