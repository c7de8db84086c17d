using System.Globalization;
using System.Text;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Reads paragraphs as they are seen once all changes are accepted: deletions, hidden text and field codes left out.</summary>
internal sealed class DocxText(PartXml xml, DocxStyles styles, DocxNumbering numbering, DocxNotes notes, TableLimits limits)
{
    /// <summary>Of fields in fields; deeper ones are not told apart.</summary>
    private const int MaxFields = 50;

    // Of each open field, whether its instruction is still being read, not its result.
    private readonly List<bool> _fields = [];
    private int? _placeholder;

    public DocxContent ReadParagraph()
    {
        var text = new DocxCellText(limits.MaxCellLength);
        ReadParagraph(text);
        return text.Build();
    }

    /// <summary>Reads the paragraph at hand as a further line.</summary>
    public void ReadParagraph(DocxCellText text)
    {
        var format = new Format();
        text.BeginParagraph();
        if (!xml.IsEmpty)
        {
            var end = xml.Depth;
            while (xml.Next() && xml.Depth > end)
            {
                if (PassOver()) continue;
                if (xml.AtStart("pPr")) format = ReadFormat();
                else if (xml.AtStart("r")) ReadRun(text, format.Style);
                else if (xml.AtStart("t")) Say(text, xml.Text(limits.MaxCellLength), struck: false, hidden: false);
            }
        }

        // A paragraph that is deleted with its end is no longer counted.
        text.EndParagraph(format.IsDeleted && text.IsParagraphEmpty ? "" : Number(format), format.IsDeleted);
    }

    /// <summary>A field that a cell leaves open does not swallow the next one.</summary>
    public void EndCell() => _fields.Clear();

    /// <summary>Passes over what is not read: what is deleted or moved away, former formats, drawings, and the prompt of an empty form field.</summary>
    public bool PassOver()
    {
        switch (xml.Start)
        {
            case "del" or "moveFrom" or "drawing" or "pict" or "object" or "rt"
                or "rPrChange" or "pPrChange" or "tcPrChange" or "trPrChange" or "tblPrChange" or "tblPrExChange" or "tblGridChange" or "sectPrChange" or "numberingChange":
            // Of two ways to show the same the plainer one is read.
            case "Choice":
                xml.Skip();
                return true;
            case "sdtPr":
                var depth = xml.Depth;
                _placeholder = ShowsPrompt() ? depth : null;
                return true;
            case "sdtContent" when _placeholder == xml.Depth:
                _placeholder = null;
                xml.Skip();
                return true;
            default:
                return false;
        }
    }

    private bool ShowsPrompt()
    {
        if (xml.IsEmpty) return false;
        var shows = false;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end) shows |= xml.AtStart("showingPlcHdr") && xml.IsOn();
        return shows;
    }

    private string Number(Format format)
    {
        var (styleList, styleLevel) = format.Style is null ? (null, null) : styles.Numbering(format.Style);
        if ((format.List ?? styleList) is not { } list || list == "0") return "";
        return numbering.Next(list, format.Level ?? styleLevel ?? numbering.LevelOf(list, format.Style));
    }

    private Format ReadFormat()
    {
        var format = new Format();
        if (xml.IsEmpty) return format;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.Start)
            {
                case "pStyle": format = format with { Style = xml["val"] }; break;
                case "numId": format = format with { List = xml["val"] }; break;
                case "ilvl": format = format with { Level = xml.Number("val") }; break;
                // The mark at the paragraph's end is deleted, so it runs on into the next one.
                case "del" or "moveFrom": format = format with { IsDeleted = true }; break;
                case "pPrChange" or "rPrChange" or "sectPr": xml.Skip(); break;
            }
        }

        return format;
    }

    private void ReadRun(DocxCellText text, string? paragraphStyle)
    {
        if (xml.IsEmpty) return;
        bool? struck = null, hidden = null;
        string? style = null;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (PassOver()) continue;
            switch (xml.Start)
            {
                case "strike" or "dstrike": struck = struck == true || xml.IsOn(); break;
                case "vanish": hidden = xml.IsOn(); break;
                case "rStyle": style = xml["val"]; break;
                case "t": Put(xml.Text(limits.MaxCellLength)); break;
                case "tab" or "ptab" when xml["pos"] is null: Put(" "); break;
                case "br" or "cr": Put("\n"); break;
                case "noBreakHyphen": Put("-"); break;
                case "sym": Put(Symbol(xml["font"], xml["char"])); break;
                case "fldChar": Field(xml["fldCharType"]); break;
                case "footnoteReference": text.AddNote(notes.Find("footnote", xml["id"])); break;
                case "endnoteReference": text.AddNote(notes.Find("endnote", xml["id"])); break;
            }
        }

        void Put(string written) => Say(
            text, written,
            struck ?? styles.IsStruck(style) ?? styles.IsStruck(paragraphStyle) ?? false,
            hidden ?? styles.IsHidden(style) ?? styles.IsHidden(paragraphStyle) ?? false);
    }

    private void Say(DocxCellText text, string written, bool struck, bool hidden)
    {
        if (!hidden && !_fields.Contains(true)) text.Add(written, struck);
    }

    private void Field(string? kind)
    {
        if (kind == "begin" && _fields.Count < MaxFields) _fields.Add(true);
        else if (kind == "separate" && _fields.Count > 0) _fields[^1] = false;
        else if (kind == "end" && _fields.Count > 0) _fields.RemoveAt(_fields.Count - 1);
    }

    /// <summary>Symbol fonts keep their own pictures behind private codes; arrows and ticks mean something, the rest marks a point.</summary>
    private static string Symbol(string? font, string? code)
    {
        if (!ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return "";
        var isWingdings = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true;
        return (number is >= 0xF000 and <= 0xF0FF, number & 0xFF) switch
        {
            (true, 0xE0) when isWingdings => "→",
            (true, 0xAE) when !isWingdings => "→",
            (true, 0xFC) when isWingdings => "✓",
            (true, _) => "•",
            _ => number is 0 or >= 0xD800 and <= 0xDFFF or >= 0xFFFE or < ' ' ? "" : ((char)number).ToString(),
        };
    }

    private readonly record struct Format(string? Style, string? List, int? Level, bool IsDeleted);
}

/// <summary>The text of a cell in the making, line by line.</summary>
internal sealed class DocxCellText(int maxLength)
{
    private readonly StringBuilder _text = new(), _struck = new(), _paragraph = new();
    private readonly List<string> _notes = [];
    private bool _runsOn = true;
    private bool _typed, _struckHere, _breakStruck;

    public bool IsParagraphEmpty => IsBlank(_paragraph);

    public void BeginParagraph()
    {
        _paragraph.Clear();
        _struckHere = false;
    }

    public void Add(string written, bool struck)
    {
        if (written.Length == 0) return;
        if (!struck)
        {
            Append(_paragraph, written);
            // Pieces with other text between them were struck one after the other.
            if (_struck.Length > 0 && string.IsNullOrWhiteSpace(written)) Append(_struck, written);
            else _breakStruck |= _struck.Length > 0;
            return;
        }

        if (_breakStruck && !string.IsNullOrWhiteSpace(written))
        {
            Append(_struck, "\n");
            _breakStruck = false;
        }

        _struckHere |= !string.IsNullOrWhiteSpace(written);
        Append(_struck, written);
    }

    public void AddNote(string? note)
    {
        if (note is not null && _notes.Count < 20 && !_notes.Contains(note)) _notes.Add(note);
    }

    public void EndParagraph(string number, bool runsOn)
    {
        if (!_runsOn) Append(_text, "\n");
        _runsOn = runsOn;
        _breakStruck |= _struck.Length > 0;
        var empty = IsParagraphEmpty;
        _typed |= !empty;
        // The number of a paragraph that is wholly struck through is struck with it.
        if (number.Length > 0 && !(empty && _struckHere)) Append(_text, empty ? number : number + " ");
        if (_text.Length <= maxLength) _text.Append(_paragraph);
    }

    public DocxContent Build()
    {
        if (_text.Length == 0 && _struck.Length == 0 && _notes.Count == 0) return DocxContent.Empty;
        var struck = string.Join(" -> ", _struck.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var aside = struck.Length > 0 || _notes.Count > 0 ? new CellAside(struck.Length > 0 ? struck : null, _notes.Count > 0 ? string.Join('\n', _notes) : null) : null;
        return new DocxContent(_text.ToString().Trim(), _typed, aside);
    }

    /// <summary>One character more than allowed is kept, so that a longer text is noticed.</summary>
    private void Append(StringBuilder text, string written)
    {
        if (text.Length <= maxLength) text.Append(written);
    }

    private static bool IsBlank(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace()) return false;
        }

        return true;
    }
}
