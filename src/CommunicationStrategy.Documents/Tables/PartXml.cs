using System.Globalization;
using System.Text;
using System.Xml;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Walks through an XML part of an office file without holding it in memory; no document type, no entity, no deep nesting.</summary>
internal sealed class PartXml(Stream stream, int maxDepth = PartXml.WorkbookDepth) : IDisposable
{
    /// <summary>Workbooks nest about ten deep, and use some hundred names.</summary>
    public const int WorkbookDepth = 64;

    /// <summary>In documents a table may stand in a cell, and a drawing in that.</summary>
    public const int DocumentDepth = 160;

    private readonly char[] _chunk = new char[4096];

    private readonly XmlReader _reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new BoundedNames(),
    });

    /// <summary>An attribute by its local name, whatever its namespace (they differ between dialects).</summary>
    public string? this[string attribute]
    {
        get
        {
            string? value = null;
            while (value is null && _reader.MoveToNextAttribute())
            {
                if (_reader.LocalName == attribute && _reader.Prefix != "xmlns") value = _reader.Value;
            }

            _reader.MoveToElement();
            return value;
        }
    }

    public int Depth => _reader.Depth;

    public bool IsEmpty => _reader.IsEmptyElement;

    public bool Next()
    {
        if (!_reader.Read()) return false;
        return _reader.Depth <= maxDepth ? true : throw new InvalidDataException("Nested too deeply.");
    }

    /// <summary>The local name of the element that begins here; null anywhere else.</summary>
    public string? Start => _reader.NodeType is XmlNodeType.Element ? _reader.LocalName : null;

    public bool AtStart(string name) => _reader.NodeType is XmlNodeType.Element && _reader.LocalName == name;

    public bool AtEnd(string name) => _reader.NodeType is XmlNodeType.EndElement && _reader.LocalName == name;

    public bool Flag(string attribute) => this[attribute] is "1" or "true";

    /// <summary>A switch as documents write it: there without a value means on.</summary>
    public bool IsOn() => this["val"] is not ("0" or "false" or "off" or "none");

    /// <summary>Passes over the element at hand and all that is in it.</summary>
    public void Skip()
    {
        if (_reader.IsEmptyElement) return;
        var end = _reader.Depth;
        while (Next() && _reader.Depth > end)
        {
        }
    }

    public int? Number(string attribute) =>
        int.TryParse(this[attribute], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text of the element at hand, up to one character more than asked for, so that a longer one is noticed.</summary>
    public string Text(int maxLength)
    {
        if (_reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        AppendText(text, maxLength);
        return text.ToString();
    }

    /// <summary>The text of a string item: its plain text or its runs together, without the phonetic guide beside them.</summary>
    public string RichText(int maxLength)
    {
        if (_reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var end = _reader.Depth;
        int? guide = null;
        while (Next() && _reader.Depth > end)
        {
            if (guide is not null)
            {
                if (_reader.Depth == guide && AtEnd("rPh")) guide = null;
            }
            else if (AtStart("rPh") && !_reader.IsEmptyElement)
            {
                guide = _reader.Depth;
            }
            else if (AtStart("t") && !_reader.IsEmptyElement)
            {
                AppendText(text, maxLength);
            }
        }

        return Unescaped(text.ToString());
    }

    /// <summary>Writers keep characters that XML has no room for as _x000D_, and a literal of that shape as _x005F_x000D_.</summary>
    internal static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    public void Dispose() => _reader.Dispose();

    private void AppendText(StringBuilder text, int maxLength)
    {
        var end = _reader.Depth;
        while (Next() && _reader.Depth > end)
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            int read;
            while ((read = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                text.Append(_chunk, 0, Math.Min(read, Math.Max(0, maxLength + 1 - text.Length)));
            }
        }
    }

    /// <summary>A reader keeps every name it meets, so the number of different ones is bounded.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 10_000;
        private int _count;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++_count <= Most ? name : throw new InvalidDataException("Too many different names.");
    }
}
