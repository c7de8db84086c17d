// A document's table as it stands on paper: rows of cells that may cover several columns of its grid.
namespace CommunicationStrategy.Documents.Tables;

/// <param name="Number">Among the tables of the text, from 1; tables inside a cell belong to the cell.</param>
/// <param name="Heading">The objective named in a paragraph above the table; empty where none is.</param>
internal sealed record DocxTable(int Number, string Heading)
{
    /// <summary>A column whose width is not written.</summary>
    private const int SomeWidth = 100;

    private readonly List<int> _edges = [0];

    public List<DocxRow> Rows { get; } = [];

    public void AddColumn(int width) => _edges.Add(_edges[^1] + (width is > 0 and < 100_000 ? width : SomeWidth));

    /// <summary>Where the cell begins and ends across the page.</summary>
    public (int From, int To) Place(DocxCell cell) => (Edge(cell.Start), Edge(cell.Start + cell.Span));

    private int Edge(int column) => column < _edges.Count ? _edges[column] : _edges[^1] + (column - _edges.Count + 1) * SomeWidth;
}

/// <param name="Number">In its table, from 1.</param>
/// <param name="IsHeader">Marked to be repeated on each page.</param>
internal sealed record DocxRow(int Number, bool IsHeader, List<DocxCell> Cells)
{
    /// <summary>Whether a text of its own stands in it, not only a number that counts by itself or what a cell above covers.</summary>
    public bool IsTyped => Cells.Exists(c => c.Content.IsTyped && c.Merge is not DocxMerge.Covered);

    /// <summary>Whether all that was written in it is struck through.</summary>
    public bool IsStruck => !IsTyped && Cells.Exists(c => c.Content.Aside?.Struck is not null && c.Merge is not DocxMerge.Covered);
}

internal enum DocxMerge
{
    None,
    /// <summary>The first of cells merged downwards.</summary>
    First,
    /// <summary>Covered by the cell above, whose content it shows.</summary>
    Covered,
}

/// <param name="Start">Column of the grid, from 0.</param>
/// <param name="Span">How many columns of the grid it covers.</param>
internal readonly record struct DocxCell(int Start, int Span, DocxMerge Merge, DocxContent Content);

/// <param name="Text">As seen: without what is deleted, hidden or struck through, trimmed.</param>
/// <param name="IsTyped">Whether there is more than numbers that count by themselves.</param>
internal sealed record DocxContent(string Text, bool IsTyped, CellAside? Aside)
{
    public static DocxContent Empty { get; } = new("", false, null);
}
