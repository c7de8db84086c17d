namespace CommunicationStrategy.Documents.Tables;

/// <summary>How a workbook shows its numbers: the number format behind each cell style.</summary>
internal sealed class XlsxStyles
{
    private readonly List<NumberFormat> _formats = [];
    private readonly bool _date1904;

    private XlsxStyles(bool date1904) => _date1904 = date1904;

    public static XlsxStyles Read(PartXml? part, bool date1904)
    {
        var styles = new XlsxStyles(date1904);
        using var xml = part;
        var custom = new Dictionary<int, string>();
        var inCells = false;
        while (xml?.Next() == true)
        {
            if (xml.AtStart("numFmt") && xml.Number("numFmtId") is { } id) custom[id] = xml["formatCode"] ?? "";
            if (xml.AtStart("cellXfs")) inCells = !xml.IsEmpty;
            if (xml.AtEnd("cellXfs")) inCells = false;
            if (inCells && xml.AtStart("xf"))
            {
                var format = xml.Number("numFmtId") ?? 0;
                styles._formats.Add(custom.TryGetValue(format, out var code) ? NumberFormat.Of(code) : NumberFormat.BuiltIn(format));
            }
        }

        return styles;
    }

    /// <summary>The text of a number as its cell shows it.</summary>
    public string Show(double number, int style) =>
        (style >= 0 && style < _formats.Count ? _formats[style] : NumberFormat.General).Show(number, _date1904);

    public string Show(DateTime date, int style) =>
        style >= 0 && style < _formats.Count && _formats[style].IsDate ? _formats[style].Show(date) : NumberFormat.Day.Show(date);
}
