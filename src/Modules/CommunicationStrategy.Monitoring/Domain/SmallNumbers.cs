// Statistics on people never let one of them be recognised: small cells are withheld, and a second one with a lone withheld cell.
namespace CommunicationStrategy.Monitoring.Domain;

internal static class SmallNumbers
{
    /// <summary>The least that is shown. With the total known, one withheld cell could be computed: then the smallest of the others is withheld too.</summary>
    public const int LeastShown = 5;

    /// <summary>The parts of one figure, withheld where they are small. Each dimension splits the same total, and is looked at by itself.</summary>
    public static IReadOnlyList<FrozenPart> Suppress(IReadOnlyList<ValuePart> parts)
    {
        var withheld = new HashSet<ValuePart>();
        foreach (var dimension in parts.GroupBy(p => p.Dimension, StringComparer.Ordinal))
        {
            var small = dimension.Where(p => p.Value < LeastShown).ToList();
            if (small.Count == 1 && dimension.Except(small).MinBy(p => p.Value) is { } next) small.Add(next);
            withheld.UnionWith(small);
        }

        return [.. parts.Select(p => new FrozenPart(p.Dimension, p.Category, withheld.Contains(p) ? null : p.Value))];
    }
}
