// From what a plan writes about money - the cost cell, the column in thousands, the words on funding - to proposed budget lines.
// What can mean two things is left to an officer: a figure that is not read is better than a wrong one.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>What the words on costs came to. Silent: there are none. Unreadable: an officer has to look.</summary>
public enum CostWordsKind { Silent, Figures, WithinLimits, NoCost, Unreadable }

/// <param name="Planned">In thousands; null for "within the limits".</param>
/// <param name="Year">Where the words name one.</param>
internal sealed record ProposedLine(BudgetSource Source, string? Funder, decimal? Planned, string Currency, int? Year, bool SourceAssumed);

internal sealed record CostReading(CostWordsKind Kind, IReadOnlyList<ProposedLine> Lines)
{
    public bool NeedsOfficer => Kind == CostWordsKind.Unreadable || Lines.Any(l => l.SourceAssumed);
}

internal static class CostReader
{
    private const int MostLetters = 4000;
    private static readonly CostReading Unreadable = new(CostWordsKind.Unreadable, []);

    /// <param name="thousand">A column that holds nothing but thousands, where the plan has one: it settles what the cost cell leaves open.</param>
    /// <param name="currency">The plan's: what a bare figure is in.</param>
    public static CostReading Read(string? cost, string? thousand, string? funding, string currency)
    {
        var figure = Cost.ReadThousand(thousand);
        CostReading read;
        try
        {
            read = cost?.Length > MostLetters || funding?.Length > MostLetters ? Unreadable : ReadCell(cost, funding, currency);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that runs away with a pattern is none that a rule understands.
            return Unreadable;
        }

        if (figure is not { } known) return read;
        return read.Kind switch
        {
            CostWordsKind.Figures => read.Lines.Any(l => l.Currency != currency) || read.Lines.Sum(l => l.Planned) == known ? read : Unreadable,
            CostWordsKind.NoCost when known == 0 => read,
            CostWordsKind.WithinLimits or CostWordsKind.NoCost => Unreadable,
            _ => Figures([new CostPart(known, currency, null, CostSource.None, true)], funding),
        };
    }

    private static CostReading ReadCell(string? cost, string? funding, string currency)
    {
        var parts = CostPart.Split(cost, currency);
        if (parts is null) return Unreadable;
        if (parts.Count == 0)
        {
            // Some plans have one column for both: "state budget - 120.0".
            var words = CostPart.Split(funding, currency);
            if (words is { Count: 0 }) return new CostReading(CostWordsKind.Silent, []);
            return words is null || words.All(p => p.Kind == CostWordsKind.Silent) ? Unreadable : Combine(words, null, currency);
        }

        return Combine(parts, funding, currency);
    }

    private static CostReading Combine(IReadOnlyList<CostPart> parts, string? funding, string currency)
    {
        if (parts.Any(p => p.Kind == CostWordsKind.Unreadable)) return Unreadable;
        var figures = parts.Where(p => p.Kind == CostWordsKind.Figures).ToList();
        var within = parts.Any(p => p.Kind == CostWordsKind.WithinLimits);
        if (figures.Count == 0)
        {
            if (within) return new CostReading(CostWordsKind.WithinLimits, [Within(currency)]);
            if (parts.Any(p => p.Kind == CostWordsKind.NoCost)) return new CostReading(CostWordsKind.NoCost, []);
            return CostPart.Split(funding, currency) is { } beside && beside.Any(p => p.Kind != CostWordsKind.Silent) ? Combine(beside, null, currency) : Unreadable;
        }

        // "120.0", and under it "state budget": one amount takes the source from the line beside it.
        var words = parts.Where(p => p.Kind == CostWordsKind.Silent).Select(p => p.Label).ToList();
        if (parts.Any(p => p.Kind == CostWordsKind.NoCost) || (words.Count > 0 && (figures.Count > 1 || words.Exists(w => w.Source is null)))) return Unreadable;
        var read = Figures(words.Count > 0 && !figures[0].Label.IsNamed ? [figures[0] with { Label = CostSource.All(words) }] : figures, funding);
        return within && read.Kind == CostWordsKind.Figures ? read with { Lines = [.. read.Lines, Within(currency)] } : read;
    }

    private static CostReading Figures(IReadOnlyList<CostPart> figures, string? funding)
    {
        var parts = WithoutTotal(figures);
        // "120 EUR; 80": eighty of what, is anybody's guess.
        if (parts is null || parts.Select(p => p.Bare).Distinct().Count() > 1) return Unreadable;
        var funders = CostPart.Lines(funding).Select(CostSource.Of).ToList();
        var given = CostSource.All(funders);
        if (parts is [var only]) return Lines([Line(only, only.Label.IsNamed ? only.Label : given)]);

        if (parts.All(p => p.Year is not null && !p.Label.IsNamed)) return Lines([.. parts.Select(p => Line(p, given))]);
        if (parts.All(p => !p.Label.IsNamed && p.Year is null))
        {
            return funders.Count == parts.Count && funders.TrueForAll(f => f.IsSure) ? Lines([.. parts.Select((p, i) => Line(p, funders[i]))]) : Unreadable;
        }

        // One known source vouches for the rest of the list: a name nobody knows is a funder's.
        return parts.All(p => p.Label.IsNamed) && parts.Any(p => p.Label.IsSure) ? Lines([.. parts.Select(p => Line(p, p.Label))]) : Unreadable;
    }

    private static ProposedLine Within(string currency) => new(BudgetSource.WithinLimits, null, null, currency, null, false);

    /// <summary>Where nobody is named the state is taken for the payer, behind an unknown name somebody outside; both are said to be assumed.</summary>
    private static ProposedLine Line(CostPart part, CostSource source) =>
        new(source.Source ?? (source.Funder is null ? BudgetSource.StateBudget : BudgetSource.Donor), source.Funder, part.Thousand, part.Currency, part.Year, !source.IsSure);

    /// <summary>Amounts of the same source, funder and year are one line; in two currencies they cannot be.</summary>
    private static CostReading Lines(IReadOnlyList<ProposedLine> lines)
    {
        var merged = lines.GroupBy(l => (l.Source, Funder: BudgetLine.KeyOf(l.Funder), l.Year)).ToList();
        return merged.Exists(g => g.Select(l => l.Currency).Distinct().Count() > 1)
            ? Unreadable
            : new CostReading(CostWordsKind.Figures, [.. merged.Select(g => g.First() with { Planned = g.Sum(l => l.Planned), SourceAssumed = g.Any(l => l.SourceAssumed) })]);
    }

    /// <summary>"200, of which 120 from the budget and 80 from donors": the whole must be the sum of its parts, or nothing is sure.</summary>
    private static IReadOnlyList<CostPart>? WithoutTotal(IReadOnlyList<CostPart> figures)
    {
        if (figures.Count == 1) return figures;
        var totals = figures.Where(f => f.IsTotal).ToList();
        if (totals.Count == 0 && figures.Count > 2 && figures.Count(f => !f.Label.IsNamed && f.Year is null) == 1) totals = [figures.Single(f => !f.Label.IsNamed && f.Year is null)];
        if (totals.Count == 0) return figures;
        var parts = figures.Except(totals).ToList();
        return totals is [var total] && parts.Count > 0 && parts.TrueForAll(p => p.Currency == total.Currency) && parts.Sum(p => p.Thousand) == total.Thousand ? parts : null;
    }
}
