// Refuses passwords that everybody tries first, from a list that ships with the product: no network is asked.
using System.Text;

namespace CommunicationStrategy.Access.Domain;

/// <summary>
/// A password is common when its normal form is: lower case, look-alike signs read as letters (p@r0la -> parola),
/// digits at both ends and signs dropped (Parola-2026! -> parola), diacritics folded. So is a mere repetition, a run
/// along the keyboard or the alphabet, and two listed words side by side.
/// </summary>
internal static class CommonPasswords
{
    private const int ShortestOwnPart = 4;
    private static readonly string[] Runs = [.. new[] { "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзхъфывапролджэячсмитьбю", "1qaz2wsx3edc4rfv5tgb6yhn7ujm" }.Select(r => SearchText.Fold(r))];
    private static readonly HashSet<string> List = Read();

    public static bool Contains(string password)
    {
        var plain = SearchText.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        if (plain.Length == 0 || List.Contains(plain) || IsRepetition(plain) || IsRun(plain)) return true;

        var core = Letters(plain.Trim([.. "0123456789!?.,;:-_+*#$%&/()=@^~<>|[]{}\\`"]));
        return core.Length == 0 || List.Contains(core) || IsRepetition(core) || IsRun(core) || IsListedTwice(core);
    }

    /// <summary>True when little is left of the password without the person's own name or address.</summary>
    public static bool IsAbout(string password, IEnumerable<string?> own)
    {
        var plain = SearchText.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        var rest = plain;
        foreach (var part in own.SelectMany(o => SearchText.Fold(o).Split([' ', '@', '.', '-', '_'])).Where(p => p.Length >= ShortestOwnPart))
            rest = rest.Replace(part, "", StringComparison.Ordinal);
        return rest.Length < plain.Length && rest.Count(char.IsLetter) < ShortestOwnPart;
    }

    // "passwordpassword", "admin-parola": two listed words side by side are no better than one.
    private static bool IsListedTwice(string core) =>
        Enumerable.Range(1, core.Length - 1).Any(i => List.Contains(core[..i]) && List.Contains(core[i..]));

    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, Math.Max(0, text.Length / 2)).Any(unit => unit <= ShortestOwnPart && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % unit]));

    private static bool IsRun(string text) =>
        Runs.Any(run => run.Contains(text, StringComparison.Ordinal) || string.Concat(run.Reverse()).Contains(text, StringComparison.Ordinal));

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => char.IsLetterOrDigit(c) || c is '!' or '@' or '$'))
        {
            letters.Append(c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c });
        }

        return letters.ToString();
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(w => SearchText.Fold(w))];
    }
}
