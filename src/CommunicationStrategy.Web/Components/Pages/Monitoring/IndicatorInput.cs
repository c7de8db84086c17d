// The form of an indicator: what was typed, read into a passport. What cannot be read is named by its field, and nothing is sent.
using System.Globalization;
using System.Text.RegularExpressions;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Indicators;

namespace CommunicationStrategy.Web.Components.Pages.Monitoring;

internal sealed partial class IndicatorInput
{
    public string? Code { get; set; }
    public string? Objective { get; set; }
    public string? OwnerId { get; set; }
    public Dictionary<string, string?> Name { get; set; } = [];
    public Dictionary<string, string?> Unit { get; set; } = [];
    public IndicatorLevel Level { get; set; }
    public IndicatorKind Kind { get; set; }
    public Direction Direction { get; set; }
    public Aggregation Aggregation { get; set; }
    public Frequency Frequency { get; set; }
    public string? Automatic { get; set; }
    public string? Tool { get; set; }
    public string? TargetGroup { get; set; }
    public string? Baseline { get; set; }
    public string? BaselineText { get; set; }
    public DateOnly? BaselineOn { get; set; }
    public string? BaselineSource { get; set; }
    public string? Targets { get; set; }
    public string? Grades { get; set; }
    public string? Lowest { get; set; }
    public string? Highest { get; set; }
    public string? Weight { get; set; }
    public string? Formula { get; set; }
    public string? DataSource { get; set; }
    public string? Method { get; set; }
    public DateOnly? NextAvailable { get; set; }
    public string? Dimensions { get; set; }
    public string? Limitations { get; set; }
    public bool CarriesForward { get; set; }
    public bool IsPublic { get; set; }
    public bool CountsPersons { get; set; }
    public string[] Quality { get; set; } = [];
    public string? FromPeriod { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    public static IndicatorInput Of(IndicatorDetails stored)
    {
        var p = stored.Passport;
        return new IndicatorInput
        {
            Code = stored.Code, Objective = stored.Objective, OwnerId = stored.Owner?.Id.ToString(), Name = FormValues.Fields(p.Name), Unit = FormValues.Fields(p.Unit), Level = p.Level, Kind = p.Kind,
            Direction = p.Direction, Aggregation = p.Aggregation, Frequency = p.Frequency, Automatic = p.Automatic?.ToString(), Tool = p.Tool?.ToString(), TargetGroup = p.TargetGroup?.ToString(CultureInfo.InvariantCulture), Baseline = Plain(p.Baseline), BaselineText = p.BaselineText, BaselineOn = p.BaselineOn,
            BaselineSource = p.BaselineSource, Targets = string.Join('\n', p.Targets.Select(t => $"{(t.Period.Length == 0 ? "*" : t.Period)} = {Plain(t.Value)}")),
            Grades = string.Join('\n', p.Grades.Select(g => $"{(p.Direction == Direction.Down ? "<" : ">")}{(g.Inclusive ? "=" : "")} {Plain(g.From)} = {Plain(g.Points)}")),
            Lowest = Plain(p.Lowest), Highest = Plain(p.Highest), Weight = Plain(p.Weight), Formula = p.Formula, DataSource = p.DataSource, Method = p.Method, NextAvailable = p.NextAvailable,
            Dimensions = string.Join(", ", p.Dimensions), Limitations = p.Limitations, CarriesForward = p.CarriesForward, IsPublic = p.IsPublic, CountsPersons = p.CountsPersons == true, Quality = [.. p.Quality.Select(q => q.ToString())], Version = stored.Version,
        };
    }

    /// <summary>The passport, and the fields that could not be read.</summary>
    public (IndicatorPassport Passport, IReadOnlyList<FieldError> Wrong) Read()
    {
        var wrong = new List<FieldError>();
        decimal? Figure(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) return null;
            if (Number(text) is { } value) return value;
            wrong.Add(new FieldError(field, "monitoring.number-unreadable", "This is no number."));
            return null;
        }

        List<T> Each<T>(string field, string code, string? text, Func<string, T?> read)
            where T : class
        {
            var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(read).ToList();
            if (lines.Contains(null)) wrong.Add(new FieldError(field, code, "A line cannot be read."));
            return [.. lines.OfType<T>()];
        }

        var passport = new IndicatorPassport
        {
            Name = new LocalizedText(Name), Unit = new LocalizedText(Unit), Level = Level, Kind = Kind, Direction = Direction, Aggregation = Aggregation, Frequency = Frequency,
            Automatic = FormValues.Choice<AutomaticSource>(Automatic), Tool = FormValues.Choice<CommunicationTool>(Tool), TargetGroup = FormValues.Number(TargetGroup) is > 0 and var group ? group : (int?)null, Baseline = Figure(nameof(Baseline), Baseline), BaselineText = FormValues.Blank(BaselineText), BaselineOn = BaselineOn,
            BaselineSource = FormValues.Blank(BaselineSource), Targets = Each(nameof(Targets), "monitoring.targets-unreadable", Targets, Target), Grades = Each(nameof(Grades), "monitoring.grades-unreadable", Grades, GradeOf),
            Lowest = Figure(nameof(Lowest), Lowest), Highest = Figure(nameof(Highest), Highest), Weight = Figure(nameof(Weight), Weight), Formula = FormValues.Blank(Formula), DataSource = FormValues.Blank(DataSource),
            Method = FormValues.Blank(Method), NextAvailable = NextAvailable, Dimensions = [.. (Dimensions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
            Limitations = FormValues.Blank(Limitations), CarriesForward = CarriesForward, IsPublic = IsPublic, CountsPersons = CountsPersons ? true : null, Quality = [.. Quality.Select(FormValues.Choice<QualityCriterion>).OfType<QualityCriterion>()],
        };
        return (passport, wrong);
    }

    /// <summary>Lines such as "sex: women = 12"; null where one cannot be read.</summary>
    public static IReadOnlyList<ValuePart>? PartsOf(string? text)
    {
        var parts = new List<ValuePart>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (colon, equals) = (line.IndexOf(':', StringComparison.Ordinal), line.LastIndexOf('='));
            if (colon <= 0 || equals <= colon || Number(line[(equals + 1)..]) is not { } value || line[(colon + 1)..equals].Trim() is not { Length: > 0 } category) return null;
            parts.Add(new ValuePart(line[..colon].Trim(), category, value));
        }

        return parts;
    }

    public static string Lines(IEnumerable<ValuePart> parts) => string.Join('\n', parts.Select(p => $"{p.Dimension}: {p.Category} = {Plain(p.Value)}"));

    /// <summary>A quarter's figure and its parts as typed, or what cannot be read of them.</summary>
    public static (decimal? Value, IReadOnlyList<ValuePart> Parts, Failure? Unreadable) Read(string? value, string? parts)
    {
        var figure = Number(value);
        if (figure is null && !string.IsNullOrWhiteSpace(value)) return (null, [], Failure.Invalid("Value", "monitoring.number-unreadable", "This is no number."));
        return PartsOf(parts) is { } read ? (figure, read, null) : (figure, [], Failure.Invalid("Parts", "monitoring.parts-unreadable", "A line cannot be read."));
    }

    /// <summary>A number as people type it: spaces between thousands, comma or point before decimals.</summary>
    public static decimal? Number(string? text)
    {
        var plain = (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public static string? Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static IndicatorTarget? Target(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [var period, var value] && Number(value) is { } target ? new IndicatorTarget(period == "*" ? "" : period, target) : null;

    private static IndicatorGrade? GradeOf(string line) =>
        GradeLine().Match(line) is { Success: true } grade && Number(grade.Groups["from"].Value) is { } from && Number(grade.Groups["points"].Value) is { } points
            ? new IndicatorGrade(from, grade.Groups["sign"].Value is ">=" or "<=" or "≥" or "≤", points) : null;

    [GeneratedRegex(@"^(?<sign>>=|<=|>|<|≥|≤)?\s*(?<from>[-0-9., ]+?)\s*=\s*(?<points>[0-9., ]+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GradeLine();
}
