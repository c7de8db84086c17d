namespace CommunicationStrategy.Documents.Tables;

/// <summary>What a zip entry unpacks to, counted against the limits while it is read, and checked against the entry's checksum at its end.</summary>
internal sealed class LimitedStream(Stream inner, UnpackBudget budget, uint checksum) : Stream
{
    private uint _crc = uint.MaxValue;
    private long _sinceTag;
    private (byte Before, byte At) _last;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read == 0)
        {
            if (!_ended && ~_crc != checksum && buffer.Length > 0) throw new InvalidDataException("The checksum does not fit.");
            _ended |= buffer.Length > 0;
            return 0;
        }

        var bytes = buffer[..read];
        budget.Take(read);
        _crc = Crc32.Append(_crc, bytes);

        Examine(bytes);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>XML readers hold a text or a tag in memory as a whole, so none may grow without end.</summary>
    private void Examine(ReadOnlySpan<byte> bytes)
    {
        // UTF-16 would hide from these checks what they look for, and no office program writes it here.
        if (bytes.Contains((byte)0)) throw new InvalidDataException("The part is not written in UTF-8.");

        // Nor does any write CDATA sections, in which anything may stand at any length.
        Span<byte> seam = [_last.Before, _last.At, bytes[0], bytes.Length > 1 ? bytes[1] : (byte)0];
        if (seam.IndexOf("<!["u8) >= 0 || bytes.IndexOf("<!["u8) >= 0) throw new InvalidDataException("The part has a CDATA section.");
        _last = (bytes.Length > 1 ? bytes[^2] : _last.At, bytes[^1]);

        var tag = bytes.LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + bytes.Length : bytes.Length - tag;
        if (_sinceTag > budget.LongestToken) throw new InvalidDataException("A text or a tag is too long.");
    }
}

/// <summary>How much one file may still unpack to.</summary>
internal sealed class UnpackBudget(TableLimits limits, long fileLength)
{
    /// <summary>Below this a dense file does no harm.</summary>
    private const long Harmless = 10 * 1024 * 1024;

    private readonly long _allowed = Math.Min(limits.MaxUnpackedBytes, Math.Max(Harmless, (long)Math.Min(fileLength * limits.MaxCompressionRatio, limits.MaxUnpackedBytes)));
    private long _taken;

    /// <summary>A cell's text may be written with nine bytes a character ("&amp;#x1F600;"); the rest is air.</summary>
    public long LongestToken { get; } = Math.Max(1024 * 1024, limits.MaxCellLength * 12L);

    public void Take(long bytes)
    {
        _taken += bytes;
        if (_taken > _allowed) throw Exceeded();
    }

    /// <summary>What the archive says of itself: enough to refuse it, never enough to trust it.</summary>
    public void CheckDeclared(long bytes)
    {
        if (bytes > _allowed) throw Exceeded();
    }

    private static TableRefusedException Exceeded() =>
        new(TableCodes.ZipBomb, "the file unpacks to far more than a plan can hold, so it was not read further. Copy the table alone into a new file and send that.");
}

/// <summary>The checksum of zip files; .NET keeps its own to itself.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) crc = Table[(byte)crc ^ b] ^ (crc >> 8);
        return crc;
    }

    private static uint Entry(int index)
    {
        var crc = (uint)index;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        return crc;
    }
}
