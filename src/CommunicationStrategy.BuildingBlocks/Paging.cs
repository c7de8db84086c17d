// One page of a list, and how it is cut from a query: two statements, count and rows; one where there are none.
using Microsoft.EntityFrameworkCore;
namespace CommunicationStrategy.BuildingBlocks;

/// <summary>One page of a list. <paramref name="Number"/> counts from 1; <paramref name="Total"/> is the number of all rows.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);
}

public static class Paging
{
    public const int DefaultSize = 25;
    public const int MaxSize = 200;

    /// <summary>Cuts a page. Out-of-range numbers are moved to the nearest page, sizes into 1..<see cref="MaxSize"/>.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, int number, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size <= 0 ? DefaultSize : size, 1, MaxSize);
        var total = await query.CountAsync(cancellationToken);
        if (total == 0) return new Page<T>([], 0, 1, size);
        number = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        var items = await query.Skip((number - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new Page<T>(items, total, number, size);
    }
}
