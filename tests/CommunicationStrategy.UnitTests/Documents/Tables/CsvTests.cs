using System.Text;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>CSV as offices write it, and what is refused.</summary>
public sealed class CsvTests
{
    [TestCase("actionplan-A.csv", 91, 24)]
    [TestCase("actionplan-A-indicators.csv", 25, 9)]
    [TestCase("actionplan-C.csv", 285, 13)]
    [TestCase("actionplan-C-indicators.csv", 138, 8)]
    [TestCase("actionplan-E-moldova-romania-excerpts.csv", 7, 18)]
    [TestCase("institutions.csv", 141, 9)]
    public void Real_plans_are_read_whole(string file, int rows, int columns)
    {
        var reading = Tables.Data(file);

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.SheetName, Is.Null);
        Assert.That(reading.Table.Rows, Has.Count.EqualTo(rows));
        Assert.That(reading.Table.Headers, Has.Count.EqualTo(columns));
        Assert.That(reading.Table.Rows.Select(r => r.Number), Is.EqualTo(Enumerable.Range(2, rows)));
        Assert.That(reading.Table.Rows.Select(r => r.Cells.Count), Is.All.EqualTo(columns));
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void The_separator_is_found_outside_quotes(char separator)
    {
        var text = "Nr,\"Costuri, mii lei; total\",\"Termen|x\"\r\n1,\"a;b;c;d;e\nf;g\t\t\t\t\",\"x,y,z,q,w,r\"\r\n2,,\"\"\"z\"\"\"\r\n";
        var quoted = false;
        var converted = string.Concat(text.Select(c =>
        {
            if (c == '"') quoted = !quoted;
            return c == ',' && !quoted ? separator : c;
        }));
        var reading = Tables.Csv(converted);

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Costuri, mii lei; total", "Termen|x" }));
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "1", "a;b;c;d;e\nf;g\t\t\t\t", "x,y,z,q,w,r" }));
        Assert.That(reading.Row(3), Is.EqualTo(new[] { "2", "", "\"z\"" }));
    }

    [Test]
    public void Commas_in_sentences_do_not_outvote_semicolons()
    {
        var reading = Tables.Csv("Nr;Acțiune;Costuri, mii lei\n1;Sesiuni, ateliere, vizite, mese rotunde;10,5\n2;Club, buletin;7\n3;Site;0,5\n");

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Acțiune", "Costuri, mii lei" }));
    }

    [Test]
    public void The_hint_that_Excel_writes_is_no_row()
    {
        var reading = Tables.Csv("sep=;\r\na;b\r\n1,5;2\r\n");

        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "1,5", "2" }));
    }

    [Test]
    public void A_row_number_counts_records_and_blank_lines_but_not_lines_of_a_cell()
    {
        var reading = Tables.Csv("a,b\r\n\"one\r\ntwo\r\nthree\",2\r\n\r\n4,\r\n,,\r\n");

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "one\ntwo\nthree", "2" }));
        Assert.That(reading.Table!.Rows.Select(r => r.Number), Is.EqualTo(new[] { 2, 4 }));
    }

    [Test]
    public void Unicode_with_a_mark_is_read_in_each_of_its_forms()
    {
        const string text = "Nr,Acțiune\n1,Ședință și знание 😀\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            var reading = Tables.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Assert.That(reading.Problems, Is.Empty, encoding.EncodingName);
            Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Acțiune" }));
            Assert.That(reading.Row(2)[1], Is.EqualTo("Ședință și знание 😀"));
        }
    }

    [Test]
    public void Another_encoding_is_refused_at_its_first_letter_and_never_guessed()
    {
        byte[] bytes = [.. "Nr;Nume;Note\r\n1;\"a\r\nb\";ok\r\n2;Chi"u8, 0xBA, .. "in"u8, 0xE3, .. "u;x\r\n"u8];
        var reading = Tables.Read(bytes);

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.wrong-encoding B3" }));
        Assert.That(reading.Problems[0].Message, Does.Contain("row 3, column 2").And.Contain("CSV UTF-8"));
        Assert.That(reading.Problems[0].Args, Does.ContainKey("row").WithValue("3"));
    }

    [Test]
    public void Broken_unicode_is_refused()
    {
        Assert.That(Tables.Read([0xFF, 0xFE, (byte)'a', 0, (byte)',', 0, 0x00, 0xD8, (byte)'b', 0]).Places(), Is.EqualTo(new[] { "table.wrong-encoding B1" }));
        Assert.That(Tables.Read([(byte)'a', 0, (byte)',', 0, (byte)'b', 0]).Places(), Is.EqualTo(new[] { "table.wrong-encoding" }));
        Assert.That(Tables.Read([.. "a,b\n1,"u8, 0xC8]).Places(), Is.EqualTo(new[] { "table.wrong-encoding B2" }));
    }

    [Test]
    public void A_row_longer_than_the_header_is_named()
    {
        Assert.That(Tables.Csv("a,b\n1,2\n3,x, y\n4,5,,\n").Places(), Is.EqualTo(new[] { "table.extra-cell C3" }));
    }

    [TestCase("a,b\n1,\"never closed\n2,x\n3,y\n", "B2")]
    [TestCase("a,b\n1,2\n\"x\"y\",3\n", "A3")]
    [TestCase("a,b\n1,5\" pipe\n", "B2")]
    [TestCase("a,b\n1, \"x\ny\"\n", "B2")]
    public void An_unbalanced_quote_is_named(string text, string cell)
    {
        Assert.That(Tables.Csv(text).Places()[0], Is.EqualTo($"table.unbalanced-quote {cell}"));
    }

    [Test]
    public void Pairs_of_quotes_inside_a_plain_text_are_text()
    {
        var reading = Tables.Csv("a,b\n1,He said \"yes\" twice\n\"\",\"\"\"\"\n");

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2)[1], Is.EqualTo("He said \"yes\" twice"));
        Assert.That(reading.Row(3)[1], Is.EqualTo("\""));
    }

    [TestCase("")]
    [TestCase("\r\n\r\n ,,\r\n")]
    public void A_file_without_text_is_empty(string text)
    {
        var reading = Tables.Csv(text);

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.empty" }));
    }

    [Test]
    public void Limits_hold_for_csv_too()
    {
        var limits = new TableLimits { MaxRows = 2, MaxColumns = 2, MaxCellLength = 5 };

        Assert.That(Tables.Csv("a,b\n1,longer\n2,3,4\n5,6\n7,8\n", limits).Places(), Is.EquivalentTo(new[] { "table.cell-too-long B2", "table.too-many-columns C3", "table.too-many-rows A4" }));
    }
}
