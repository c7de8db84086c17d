using System.Text;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>What a file is, is decided by its bytes; what is no table is told what it looks like.</summary>
public sealed class FormatTests
{
    private static readonly byte[] Ole2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Test]
    public void The_name_of_a_file_decides_nothing()
    {
        Assert.That(Tables.Read(Workbook.OfTexts(["a", "b"], ["1", "2"]).ToBytes(), "plan.csv").Problems, Is.Empty);
        Assert.That(Tables.Read("a,b\n1,2\n"u8.ToArray(), "plan.xlsx").Problems, Is.Empty);
    }

    [TestCase("Workbook", "table.old-excel")]
    [TestCase("EncryptedPackage", "table.password")]
    [TestCase("WordDocument", "table.unknown-format")]
    [TestCase("Else", "table.unknown-format")]
    public void Old_and_protected_office_files_are_told_apart(string stream, string code)
    {
        var reading = Tables.Read([.. Ole2, .. new byte[600], .. Encoding.Unicode.GetBytes(stream), .. new byte[600]], "plan.xls");

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { code }));
    }

    [TestCase("%PDF-1.7\n%âãÏÓ\n", "PDF")]
    [TestCase("{\\rtf1\\ansi", "RTF")]
    [TestCase("\uFEFF<html><table><tr><td>1</td></tr></table></html>", "web page")]
    [TestCase("<?xml version=\"1.0\"?><Workbook/>", "XML")]
    [TestCase("GIF89a,b\n1,2", "picture")]
    [TestCase("abcdef\0\0\0binary", "binary")]
    public void Other_files_are_named(string text, string looksLike)
    {
        var reading = Tables.Csv(text);

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.unknown-format" }));
        Assert.That(reading.Problems[0].Message, Does.Contain(looksLike));
    }

    [TestCase("ppt/presentation.xml", "PowerPoint")]
    [TestCase("xl/workbook.bin", "xlsb")]
    [TestCase("readme.txt", "zip archive")]
    public void Other_zip_files_are_named(string part, string looksLike)
    {
        var workbook = new Workbook();
        workbook.Parts.Clear();

        Assert.That(workbook.With(part, "<x/>").Read().Problems.Single().Message, Does.Contain(looksLike));
    }

    [Test]
    public void An_OpenDocument_sheet_is_named()
    {
        var workbook = new Workbook();
        workbook.Parts.Clear();
        var problem = workbook.With("mimetype", "application/vnd.oasis.opendocument.spreadsheet").With("content.xml", "<x/>").Read().Problems.Single();

        Assert.That(problem.Code, Is.EqualTo(TableCodes.UnknownFormat));
        Assert.That(problem.Message, Does.Contain("ODS"));
    }

    [Test]
    public void Reading_can_be_cancelled()
    {
        using var content = new MemoryStream("a,b\n1,2\n"u8.ToArray());

        Assert.That(() => TableFile.Read(content, "plan.csv", null, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Every_code_is_listed_for_translators()
    {
        var constants = typeof(TableCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.That(TableCodes.All, Is.EquivalentTo(constants));
    }
}
