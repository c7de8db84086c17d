using System.Text;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>The texts of a document's footnotes and endnotes, by kind and number.</summary>
internal sealed class DocxNotes
{
    /// <summary>Of all notes together; a plan has a handful.</summary>
    private const int MaxLength = 1_000_000, MaxNote = 4_000;

    private readonly Dictionary<(string Kind, string Id), string> _notes = [];
    private int _length;

    /// <param name="part">The part with the notes, closed afterwards.</param>
    /// <param name="kind">"footnote" or "endnote", the name of its elements.</param>
    public void Read(PartXml? part, string kind)
    {
        using var xml = part;
        while (xml?.Next() == true && _length < MaxLength)
        {
            if (!xml.AtStart(kind) || xml.IsEmpty) continue;
            if (xml["id"] is { } id && xml["type"] is null or "normal") _notes[(kind, id)] = ReadNote(xml);
            else xml.Skip();
        }
    }

    public string? Find(string kind, string? id) => id is not null && _notes.TryGetValue((kind, id), out var note) && note.Length > 0 ? note : null;

    private string ReadNote(PartXml xml)
    {
        var text = new StringBuilder();
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (xml.AtStart("del")) xml.Skip();
            else if (xml.AtStart("t")) text.Append(xml.Text(MaxNote));
            else if (xml.AtStart("p") && text.Length > 0) text.Append(' ');
            if (text.Length > MaxNote) text.Length = MaxNote;
        }

        _length += text.Length + 1;
        return text.ToString().Trim();
    }
}
