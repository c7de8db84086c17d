// The zip container of office documents. Written by hand rather than through System.IO.Packaging, for two reasons:
// parts stream straight to the output (100,000 rows in flat memory), and the same report gives the same bytes.
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CommunicationStrategy.Documents.Reports;

internal sealed class OfficePackage
{
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The earliest instant a zip entry can carry: a clock would make every export of the same report differ.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string ContentType, Action<Stream> Write)> parts = [];
    private readonly SortedDictionary<string, List<XElement>> relations = new(StringComparer.Ordinal);

    public void Add(string path, string contentType, Action<Stream> write) => parts.Add((path, contentType, write));

    public void Add(string path, string contentType, XElement xml) => Add(path, contentType, stream =>
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), xml).Save(writer);
    });

    /// <summary>Relates a part (empty: the package) to another, or with external to a web address. May be called while parts are written.</summary>
    public void Relate(string from, string id, string type, string target, bool external = false)
    {
        if (!relations.TryGetValue(from, out var list)) relations[from] = list = [];
        list.Add(new XElement(
            XName.Get("Relationship", Relations),
            new XAttribute("Id", id),
            new XAttribute("Type", type.Contains("://", StringComparison.Ordinal) ? type : OfficeRelations + type),
            new XAttribute("Target", target),
            external ? new XAttribute("TargetMode", "External") : null));
    }

    /// <summary>Title, author and dates of the document, as file managers show them.</summary>
    public void Describe(string title, string author, string language, DateOnly date)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement When(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), Figures.Invariant(date) + "T00:00:00Z");
        Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", XmlText.Clean(title)),
            new XElement(dc + "creator", XmlText.Clean(author)),
            new XElement(dc + "language", language),
            date == default ? null : When("created"),
            date == default ? null : When("modified")));
        Relate("", "rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
    }

    public void Save(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, "[Content_Types].xml", new XElement(
            Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            parts.Select(p => new XElement(Types + "Override", new XAttribute("PartName", "/" + p.Path), new XAttribute("ContentType", p.ContentType)))));
        foreach (var part in parts)
        {
            using var entry = Open(zip, part.Path);
            part.Write(entry);
        }

        // Last, because a sheet learns of its links only while its rows pass by.
        foreach (var (from, list) in relations)
        {
            var slash = from.LastIndexOf('/');
            Write(zip, $"{from[..(slash + 1)]}_rels/{from[(slash + 1)..]}.rels", new XElement(XName.Get("Relationships", Relations), list));
        }
    }

    private static void Write(ZipArchive zip, string path, XElement xml)
    {
        using var entry = Open(zip, path);
        new XDocument(xml).Save(entry, SaveOptions.DisableFormatting);
    }

    private static Stream Open(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
