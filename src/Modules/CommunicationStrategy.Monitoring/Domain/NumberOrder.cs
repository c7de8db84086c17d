// Numbers of activities and objectives are labels; a reader expects 1.2 before 1.10.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Monitoring.Domain;

internal static partial class NumberOrder
{
    /// <summary>A key whose plain text order is the natural one: every run of digits padded.</summary>
    public static string KeyOf(string number) => Digits().Replace(number.Trim().ToLowerInvariant(), run => run.Value.TrimStart('0').PadLeft(8, '0'));

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
