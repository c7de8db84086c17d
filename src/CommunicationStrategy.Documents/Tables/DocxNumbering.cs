using System.Globalization;
using System.Text;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Counts the paragraphs that Word numbers by itself, so that "1." and "a)" are read although nobody typed them.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    /// <summary>Word stops at about two thousand lists.</summary>
    private const int Most = 20_000;

    private readonly Dictionary<string, Level[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namedBy = new(StringComparer.Ordinal), _called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string Use, int Level)> _begun = [];

    public static DocxNumbering Read(PartXml? part)
    {
        var numbering = new DocxNumbering();
        using var xml = part;
        while (xml?.Next() == true && numbering._lists.Count + numbering._uses.Count < Most)
        {
            if (xml.AtStart("abstractNum") && xml["abstractNumId"] is { } id) numbering.ReadList(xml, id);
            else if (xml.AtStart("num") && xml["numId"] is { } use) numbering._uses[use] = ReadUse(xml);
        }

        return numbering;
    }

    /// <summary>The level that a paragraph style stands for in its list.</summary>
    public int LevelOf(string use, string? style) =>
        style is not null && Find(use) is { } found ? Math.Max(0, Array.FindIndex(found.Levels, l => l.Style == style)) : 0;

    /// <summary>Counts one on and answers what Word writes before the paragraph; empty where it writes nothing.</summary>
    public string Next(string use, int level)
    {
        if (level is < 0 or >= Levels || Find(use) is not { } found) return "";
        var (list, levels, restarts) = found;
        if (!_counters.TryGetValue(list, out var counters)) _counters[list] = counters = new int?[Levels];
        if (restarts[level] is { } from && _begun.Add((use, level))) counters[level] = from - 1;
        counters[level] = counters[level] is { } before ? before + 1 : levels[level].From;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (!levels[deeper].GoesOn) counters[deeper] = null;
        }

        return levels[level].Format == "bullet" ? "-" : Written(levels, counters, level);
    }

    private static string Written(Level[] levels, int?[] counters, int level)
    {
        var pattern = levels[level].Pattern;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                text.Append(pattern[i]);
                continue;
            }

            var shown = pattern[++i] - '1';
            text.Append(DocxNumbers.Show(counters[shown] ?? levels[shown].From, levels[level].InDigits ? "decimal" : levels[shown].Format));
        }

        return text.ToString().Trim();
    }

    private (string List, Level[] Levels, int?[] Restarts)? Find(string use)
    {
        if (!_uses.TryGetValue(use, out var found)) return null;
        // A list may only point to a style, and another list say that it is that style.
        var list = _namedBy.TryGetValue(found.List, out var style) && _called.TryGetValue(style, out var real) ? real : found.List;
        if (!_lists.TryGetValue(list, out var levels)) return null;
        return (list, found.Own.Count == 0 ? levels : [.. levels.Select((l, i) => found.Own.GetValueOrDefault(i) ?? l)], found.Restarts);
    }

    private void ReadList(PartXml xml, string id)
    {
        var levels = new Level[Levels];
        Array.Fill(levels, Level.Plain);
        _lists[id] = levels;
        if (xml.IsEmpty) return;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.Start)
            {
                case "numStyleLink" when xml["val"] is { } style: _namedBy[id] = style; break;
                case "styleLink" when xml["val"] is { } style: _called[style] = id; break;
                case "lvl" when xml.Number("ilvl") is { } level and < Levels: levels[level] = ReadLevel(xml); break;
            }
        }
    }

    private static Use ReadUse(PartXml xml)
    {
        var use = new Use { Restarts = new int?[Levels] };
        if (xml.IsEmpty) return use;
        var end = xml.Depth;
        var at = 0;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.Start)
            {
                case "abstractNumId": use.List = xml["val"] ?? ""; break;
                case "lvlOverride": at = Math.Clamp(xml.Number("ilvl") ?? 0, 0, Levels - 1); break;
                case "startOverride": use.Restarts[at] = Bounded(xml.Number("val")); break;
                case "lvl": use.Own[at] = ReadLevel(xml); break;
            }
        }

        return use;
    }

    private static Level ReadLevel(PartXml xml)
    {
        var level = Level.Plain;
        if (xml.IsEmpty) return level;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            level = xml.Start switch
            {
                "start" => level with { From = Bounded(xml.Number("val")) },
                "numFmt" => level with { Format = xml["val"] ?? "decimal" },
                "lvlText" => level with { Pattern = xml["val"] is { Length: <= 40 } pattern ? pattern : "" },
                "isLgl" => level with { InDigits = xml.IsOn() },
                "lvlRestart" => level with { GoesOn = xml["val"] == "0" },
                "pStyle" => level with { Style = xml["val"] },
                _ => level,
            };
        }

        return level;
    }

    private static int Bounded(int? number) => Math.Clamp(number ?? 0, 0, 1_000_000);

    private sealed record Level(int From, string Format, string Pattern, bool InDigits, bool GoesOn, string? Style)
    {
        public static Level Plain { get; } = new(0, "decimal", "", false, false, null);
    }

    /// <summary>A list as paragraphs use it: it may begin anew, or look different at a level.</summary>
    private sealed class Use
    {
        public string List { get; set; } = "";

        public required int?[] Restarts { get; init; }

        public Dictionary<int, Level> Own { get; } = [];
    }
}

/// <summary>Numbers in the forms that Word counts in; what is not known is shown in digits.</summary>
internal static class DocxNumbers
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz", Russian = "абвгдежзиклмнопрстуфхцчшщэюя";
    private static readonly (int Value, string Text)[] Roman = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public static string Show(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, Latin),
        "upperLetter" => Letters(number, Latin).ToUpperInvariant(),
        "russianLower" => Letters(number, Russian),
        "russianUpper" => Letters(number, Russian).ToUpperInvariant(),
        "lowerRoman" => RomanOf(number),
        "upperRoman" => RomanOf(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a to z, then aa to zz: Word doubles the letter.</summary>
    private static string Letters(int number, string alphabet) =>
        number < 1 || number > alphabet.Length * 10 ? number.ToString(CultureInfo.InvariantCulture)
        : new string(alphabet[(number - 1) % alphabet.Length], (number - 1) / alphabet.Length + 1);

    private static string RomanOf(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value) text.Append(letters);
        }

        return text.ToString();
    }
}
