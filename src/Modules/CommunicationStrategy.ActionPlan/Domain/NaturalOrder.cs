// Numbers of a plan are labels ("1.10", "63.(8)", "2.a"): their order is the one a reader expects, 1.2 before 1.10.
using System.Text;

namespace CommunicationStrategy.ActionPlan.Domain;

internal static class NaturalOrder
{
    public const int KeyLength = 400;
    private const int Digits = 8;

    /// <summary>A key whose plain text order is the natural order: digits padded, everything else but letters a point.</summary>
    public static string KeyOf(string number)
    {
        var key = new StringBuilder();
        for (var i = 0; i < number.Length;)
        {
            if (char.IsAsciiDigit(number[i]))
            {
                var end = i;
                while (end < number.Length && char.IsAsciiDigit(number[end])) end++;
                key.Append(number[i..end].TrimStart('0').PadLeft(Digits, '0'));
                i = end;
                continue;
            }

            var c = char.ToLowerInvariant(number[i++]);
            if (char.IsLetter(c)) key.Append(c);
            else if (key.Length > 0 && key[^1] != '.') key.Append('.');
        }

        var text = key.ToString().TrimEnd('.');
        return text.Length > KeyLength ? text[..KeyLength] : text;
    }
}
