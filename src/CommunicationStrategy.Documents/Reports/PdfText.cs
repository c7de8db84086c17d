// The words of a PDF object, one by one.
using System.Buffers;
using System.Buffers.Text;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>Collects bytes, and cuts a PDF object into its tokens (ISO 32000-1, 7.2).</summary>
internal sealed class PdfText(int capacity)
{
    private static readonly bool[] IsDelimiter = [.. Enumerable.Range(0, 256).Select(b => "()<>[]{}/%".Contains((char)b))];

    private readonly ArrayBufferWriter<byte> bytes = new(capacity);

    public PdfText Add(ReadOnlySpan<byte> token)
    {
        bytes.Write(token);
        return this;
    }

    public PdfText Add(int number)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out var length);
        return Add(digits[..length]);
    }

    public int Length => bytes.WrittenCount;

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    /// <summary>The first token: a string, a name, a word or number, or one byte of anything else.</summary>
    public static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> text)
    {
        if (text[0] == '(') return text[..StringLength(text)];
        if (text[0] == '<' && text.Length > 1 && text[1] != '<' && text.IndexOf((byte)'>') is > 0 and var end) return text[..(end + 1)];
        if (text[0] == '<' && text.Length > 1) return text[..2];
        if (text[0] != '/' && !IsRegular(text[0])) return text[..1];
        var length = 1;
        while (length < text.Length && IsRegular(text[length])) length++;
        return text[..length];
    }

    public static int? Whole(ReadOnlySpan<byte> token) =>
        token.Length is > 0 and < 10 && !token.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(token, out int number, out _) ? number : null;

    private static int StringLength(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i + 1;
        }

        return text.Length;
    }

    private static bool IsRegular(byte b) => b > ' ' && !IsDelimiter[b];
}
