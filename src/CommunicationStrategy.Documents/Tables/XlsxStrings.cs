namespace CommunicationStrategy.Documents.Tables;

/// <summary>The texts that a workbook's cells share.</summary>
internal static class XlsxStrings
{
    public static IReadOnlyList<string> Read(PartXml? part, TableLimits limits, CancellationToken cancellationToken)
    {
        var strings = new List<string>();
        using var xml = part;
        var length = 0L;
        while (xml?.Next() == true)
        {
            if (!xml.AtStart("si")) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var text = xml.RichText(limits.MaxCellLength);
            length += text.Length;
            if (length > limits.MaxTextLength || strings.Count >= (long)limits.MaxRows * limits.MaxColumns)
            {
                throw new TableRefusedException(TableCodes.TooLarge, $"the workbook holds more than {limits.MaxTextLength} characters of text, the most that can be read. Copy the table alone into a new workbook.", ("limit", $"{limits.MaxTextLength}"), ("unit", "characters"));
            }

            strings.Add(text);
        }

        return strings;
    }
}
