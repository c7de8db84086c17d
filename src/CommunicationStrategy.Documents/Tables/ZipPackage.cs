using System.IO.Compression;
using System.Text;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>The zip file around a workbook or a document: finds its parts and unpacks them within the limits.</summary>
internal sealed class ZipPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackBudget _budget;

    public ZipPackage(byte[] bytes, TableLimits limits)
    {
        _budget = new UnpackBudget(limits, bytes.Length);
        _zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (_zip.Entries.Count > limits.MaxEntries)
        {
            throw new TableRefusedException(TableCodes.ZipBomb, $"the file is made of more than {limits.MaxEntries} parts, so it was not read. Copy the table alone into a new file and send that.");
        }

        foreach (var entry in _zip.Entries)
        {
            if (entry.IsEncrypted) throw FileKinds.PasswordProtected();
            // Two parts of one name are read differently by different programs.
            if (!_entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry)) throw new InvalidDataException("A part is there twice.");
        }

        _budget.CheckDeclared(_zip.Entries.Sum(e => e.Length));
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    public bool HasAny(Func<string, bool> part) => _entries.Keys.Any(part);

    public PartXml? Open(string? part, int maxDepth = PartXml.WorkbookDepth) =>
        part is not null && _entries.TryGetValue(part, out var entry) ? new PartXml(new LimitedStream(entry.Open(), _budget, entry.Crc32), maxDepth) : null;

    /// <summary>The name of a part's outermost element; empty where there is no such part.</summary>
    public string Root(string part)
    {
        using var xml = Open(part);
        while (xml?.Next() == true)
        {
            if (xml.Start is { } name) return name;
        }

        return "";
    }

    /// <summary>The type of an OpenDocument file, which it carries in a part of its own.</summary>
    public string MimeType()
    {
        if (!_entries.TryGetValue("mimetype", out var entry)) return "";
        using var stream = new LimitedStream(entry.Open(), _budget, entry.Crc32);
        var start = new byte[100];
        return Encoding.ASCII.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    /// <summary>What a part points to: id, last word of the type, and the target as a part's name.</summary>
    public List<Relation> Relations(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..part.LastIndexOf('/')] : "";
        var name = part[(part.LastIndexOf('/') + 1)..];
        var relations = new List<Relation>();
        using var xml = Open(Combine(folder, $"_rels/{name}.rels"));
        while (xml?.Next() == true)
        {
            if (!xml.AtStart("Relationship") || xml["TargetMode"] == "External") continue;
            var type = xml["Type"] ?? "";
            relations.Add(new Relation(xml["Id"] ?? "", type[(type.LastIndexOf('/') + 1)..], Combine(folder, xml["Target"] ?? "")));
        }

        return relations;
    }

    public void Dispose() => _zip.Dispose();

    private static string Combine(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            }
            else if (step != ".")
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}

internal readonly record struct Relation(string Id, string Type, string Target);
