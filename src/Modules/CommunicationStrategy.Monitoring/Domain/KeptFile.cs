// What goes with an approved evaluation: its files, made once and kept as they are, and numbered errata that correct without changing.
using System.Security.Cryptography;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>The report in one language and format, as it was made first. Never made again.</summary>
internal sealed class KeptFile : Entity
{
    private KeptFile()
    {
    }

    public KeptFile(Guid evaluationId, string language, string format, string name, byte[] content, DateTimeOffset madeAt)
    {
        (EvaluationId, Language, Format, Name, Content, MadeAt) = (evaluationId, language, format, name, content, madeAt);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public Guid EvaluationId { get; private set; }
    public string Language { get; private set; } = "";
    public string Format { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public byte[] Content { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }
}

internal sealed class Erratum : Entity
{
    public const int PlaceLength = 300;
    public const int TextLength = 2000;

    private Erratum()
    {
    }

    public Erratum(Guid evaluationId, int number, string place, string printed, string correct, Caller by, DateTimeOffset at)
    {
        (EvaluationId, Number, Place, Printed, Correct) = (evaluationId, number, place.Trim(), printed.Trim(), correct.Trim());
        (By, At) = (by.Name, at);
    }

    public Guid EvaluationId { get; private set; }
    public int Number { get; private set; }

    /// <summary>Where it stands: "T2, 1.1.3".</summary>
    public string Place { get; private set; } = "";
    public string Printed { get; private set; } = "";
    public string Correct { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
