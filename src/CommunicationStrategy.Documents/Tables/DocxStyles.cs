namespace CommunicationStrategy.Documents.Tables;

/// <summary>What a document's styles say of text that matters to its reading: struck through, hidden, numbered.</summary>
internal sealed class DocxStyles
{
    /// <summary>Word itself stops at about four thousand; a chain of styles is a few long.</summary>
    private const int Most = 10_000, LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public static DocxStyles Read(PartXml? part)
    {
        var styles = new DocxStyles();
        using var xml = part;
        while (xml?.Next() == true && styles._styles.Count < Most)
        {
            if (!xml.AtStart("style") || xml["styleId"] is not { } id || xml.IsEmpty) continue;
            styles._styles[id] = ReadStyle(xml);
        }

        return styles;
    }

    public bool? IsStruck(string? style) => Find(style, s => s.Struck);

    public bool? IsHidden(string? style) => Find(style, s => s.Hidden);

    public (string? List, int? Level) Numbering(string? style) => (Chain(style).Select(s => s.List).FirstOrDefault(l => l is not null), Find(style, s => s.Level));

    private static Style ReadStyle(PartXml xml)
    {
        var style = new Style();
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.Start)
            {
                case "basedOn": style = style with { BasedOn = xml["val"] }; break;
                case "strike" or "dstrike": style = style with { Struck = style.Struck == true || xml.IsOn() }; break;
                case "vanish": style = style with { Hidden = xml.IsOn() }; break;
                case "numId": style = style with { List = xml["val"] }; break;
                case "ilvl": style = style with { Level = xml.Number("val") }; break;
                // What a table style does to its first row says nothing of a text.
                case "tblStylePr": xml.Skip(); break;
            }
        }

        return style;
    }

    private T? Find<T>(string? style, Func<Style, T?> what) where T : struct
    {
        foreach (var link in Chain(style))
        {
            if (what(link) is { } found) return found;
        }

        return null;
    }

    private IEnumerable<Style> Chain(string? style)
    {
        for (var i = 0; i < LongestChain && style is not null && _styles.TryGetValue(style, out var link); i++, style = link.BasedOn) yield return link;
    }

    private readonly record struct Style(string? BasedOn, bool? Struck, bool? Hidden, string? List, int? Level);
}
