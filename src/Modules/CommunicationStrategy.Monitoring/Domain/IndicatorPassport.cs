// What an indicator measures and how, as a value: frozen in versions, so that a quarter stays readable by the definition of its time.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>Where it stands in the chain of a communication evaluation: what goes in, what comes out, what is taken in, what changes (GCS Evaluation Cycle).</summary>
public enum IndicatorLevel { Input, Output, OutTake, Outcome, Impact }

/// <summary>What its values are. YesNo: 1 or 0. Milestone: how many of so many steps. Text is described and never computed.</summary>
public enum IndicatorKind { Number, Percent, Money, YesNo, Milestone, Scale, Text }

/// <summary>The tool or channel of communication whose work it counts.</summary>
public enum CommunicationTool
{
    PressRelease, PressConference, PressClub, Newsletter, Website, SocialMedia, Hotline, Publication, PublicEvent, Training, Campaign, Meeting, MailingList, Spot,
}

/// <summary>Which way is good. Maintain: inside a band.</summary>
public enum Direction { Up, Down, Maintain }

/// <summary>
/// How quarters make the figure of a longer period. Sum: each value is what the quarter added. Average: their mean.
/// Last: how it stood. Cumulative: each value counts from the beginning.
/// </summary>
public enum Aggregation { Last, Sum, Average, Cumulative }

public enum Frequency { Quarterly, HalfYearly, Yearly, Once }

/// <summary>The RACER checklist of the EU's Better Regulation toolbox. What is not met is a warning, never a refusal.</summary>
public enum QualityCriterion { Relevant, Accepted, Credible, Easy, Robust }

/// <summary>Figures that the product counts itself from the records of other modules.</summary>
public enum AutomaticSource
{
    /// <summary>Share of activities due by the cut-off that are fully implemented, in per cent.</summary>
    ImplementationRate,

    /// <summary>Share of reports owed for the quarter that came in time, in per cent.</summary>
    ReportsOnTime,

    /// <summary>Share of reports owed for the quarter that came at all, in per cent.</summary>
    ReportsReceived,

    /// <summary>Items of media coverage published in the quarter.</summary>
    CoverageItems,

    /// <summary>Items of the quarter's coverage that speak of an activity of the plan.</summary>
    CoverageOfActivities,

    /// <summary>(positive - negative) / all coverage of the quarter, in per cent, from -100 to 100.</summary>
    ToneBalance,

    /// <summary>Due dates of recurring duties in the quarter that were met.</summary>
    RecurringDone,

    /// <summary>Releases, advisories and statements issued in the quarter.</summary>
    ReleasesIssued,

    /// <summary>Events held in the quarter, the cancelled left out.</summary>
    EventsHeld,

    /// <summary>Attendances of the quarter's events; one person at two events counts twice.</summary>
    EventAttendance,

    /// <summary>Enquiries of the press answered in time, of those owed an answer by the cut-off, in per cent.</summary>
    EnquiriesInTime,

    /// <summary>Median time from an enquiry to its answer, in hours, weekends included.</summary>
    ResponseHours,

    /// <summary>Share of the quarter's coverage that carries a key message of the strategy, in per cent.</summary>
    MessagePullThrough,

    /// <summary>Share of the quarter's coverage that came from a release, an event or an enquiry of ours, in per cent.</summary>
    PromptedCoverage,
}

/// <param name="Period">"2026-Q4", "2026" for the year, or "" for the end of the plan.</param>
public sealed record IndicatorTarget(string Period, decimal Value);

/// <summary>A step of a graded indicator: who is beyond <paramref name="From"/> in the indicator's direction gets these points. The most points given by any grade are full achievement.</summary>
/// <param name="Inclusive">The bound itself counts.</param>
public sealed record IndicatorGrade(decimal From, bool Inclusive, decimal Points);

public sealed record IndicatorPassport
{
    public const int NameLength = 1000;
    public const int TextLength = 2000;
    public const int UnitLength = 60;
    public const int MostTargets = 60;
    public const int MostGrades = 10;
    public const int MostDimensions = 5;

    // Human-readable in the database, and stable: what was frozen is compared as text.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() },
    };

    public required LocalizedText Name { get; init; }
    public LocalizedText Unit { get; init; } = LocalizedText.Empty;
    public IndicatorLevel Level { get; init; }
    public IndicatorKind Kind { get; init; }
    public Direction Direction { get; init; }
    public Aggregation Aggregation { get; init; }
    public decimal? Baseline { get; init; }

    /// <summary>A baseline that is no figure ("no such body exists").</summary>
    public string? BaselineText { get; init; }
    public DateOnly? BaselineOn { get; init; }
    public string? BaselineSource { get; init; }
    public IReadOnlyList<IndicatorTarget> Targets { get; init; } = [];

    /// <summary>The band of an indicator that is to be maintained, bounds included.</summary>
    public decimal? Lowest { get; init; }
    public decimal? Highest { get; init; }
    public IReadOnlyList<IndicatorGrade> Grades { get; init; } = [];

    /// <summary>Its share in the objective's score, in per cent. Null everywhere: all weigh the same.</summary>
    public decimal? Weight { get; init; }
    public string? Formula { get; init; }
    public string? DataSource { get; init; }
    public string? Method { get; init; }
    public Frequency Frequency { get; init; }

    /// <summary>When the next figure can be had.</summary>
    public DateOnly? NextAvailable { get; init; }

    /// <summary>By what its values are broken down: "sex", "district".</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
    public string? Limitations { get; init; }

    /// <summary>Where a quarter has no figure, the last one stands; else it has none.</summary>
    public bool CarriesForward { get; init; }

    /// <summary>It stands in the statistics of the yearly report.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Its parts count people: small ones are withheld wherever an evaluation shows them. Null: no.</summary>
    public bool? CountsPersons { get; init; }
    public IReadOnlyList<QualityCriterion> Quality { get; init; } = [];
    public AutomaticSource? Automatic { get; init; }

    /// <summary>Null: of no single tool.</summary>
    public CommunicationTool? Tool { get; init; }

    /// <summary>The number of the target group of the plan's strategy; null: of all.</summary>
    public int? TargetGroup { get; init; }

    /// <summary>
    /// What holds at a quarter: its own target, else the year's, else the plan's. With the first quarter whose values count towards it.
    /// </summary>
    public (IndicatorTarget? Target, Quarter? From) TargetAt(Quarter quarter)
    {
        var own = Targets.FirstOrDefault(t => t.Period == quarter.ToString());
        if (own is not null) return (own, quarter);
        var year = Targets.FirstOrDefault(t => t.Period == PeriodKey.Year(quarter.Year));
        return year is not null ? (year, new Quarter(quarter.Year, 1)) : (Targets.FirstOrDefault(t => t.Period.Length == 0), null);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static IndicatorPassport FromJson(string json) => JsonSerializer.Deserialize<IndicatorPassport>(json, Json)!;
}

/// <summary>The names of periods for which a target can be set.</summary>
internal static class PeriodKey
{
    public static string Year(int year) => FormattableString.Invariant($"{year:0000}");

    public static bool IsValid(string period) => period.Length == 0 || Quarter.Parse(period) is not null || (period.Length == 4 && Quarter.Parse(period + "-Q1") is not null);
}
