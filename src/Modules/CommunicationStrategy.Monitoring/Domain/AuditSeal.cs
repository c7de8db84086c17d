// The seal an evaluation is approved under: changing, adding or removing an earlier audit entry breaks it and every later one.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunicationStrategy.Monitoring.Domain;

internal static class AuditSeal
{
    /// <summary>SHA-256 over the seal before and the entries made since, each field with its length in front, so that no two trails read alike.</summary>
    public static string Over(string? sealBefore, IEnumerable<AuditEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, sealBefore);
        foreach (var entry in entries.OrderBy(e => e.At).ThenBy(e => e.Id.ToString("N"), StringComparer.Ordinal))
        {
            Add(hash, entry.Id.ToString("N"));
            Add(hash, entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            Add(hash, entry.Who);
            Add(hash, entry.CallerKind.ToString());
            Add(hash, entry.WhoId?.ToString("N"));
            Add(hash, entry.Action.ToString());
            Add(hash, entry.EntityType);
            Add(hash, entry.EntityId);
            Add(hash, entry.Changes);
            Add(hash, entry.CorrelationId);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? field)
    {
        var bytes = Encoding.UTF8.GetBytes(field ?? "");
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
        hash.AppendData(bytes);
    }
}
