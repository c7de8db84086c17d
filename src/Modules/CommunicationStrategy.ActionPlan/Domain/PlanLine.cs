// What the plan says of one activity, as a value: frozen in versions, proposed in amendments, compared field by field.
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>One institution of a line.</summary>
internal sealed record LineAssignee(AssignmentRole Role, string Name, Guid? InstitutionId, string? ActsThrough);

/// <summary>Where an activity stood when the version that says this ceased to be in force; null while it is.</summary>
internal sealed record LineStanding(ActivityState State, int? Percent, DateOnly? Due, DateOnly? EffectiveDue, DateOnly? OriginalDue, DateOnly? From = null);

/// <summary>The text of the plan for one activity. A text in several languages counts as one field per language.</summary>
internal sealed record PlanLine
{
    // Human-readable in the database, and stable: what was frozen is compared byte by byte.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public required string Number { get; init; }
    public required LocalizedText Title { get; init; }
    public string ObjectiveNumber { get; init; } = "";
    public LocalizedText Objective { get; init; } = LocalizedText.Empty;
    public Guid? ObjectiveId { get; init; }
    public string? Description { get; init; }
    public string DeadlineWords { get; init; } = "";

    /// <summary>The due date as resolved when it was frozen.</summary>
    public DateOnly? Due { get; init; }
    public string? Cost { get; init; }
    public string? Funding { get; init; }
    public string? Indicators { get; init; }
    public IReadOnlyList<LineAssignee> Assignees { get; init; } = [];
    public LineStanding? Standing { get; init; }

    [JsonIgnore]
    public LineAssignee? Lead => Assignees.FirstOrDefault(a => a.Role == AssignmentRole.Lead);

    public static PlanLine Of(Activity activity) => new()
    {
        Number = activity.Number, Title = activity.Title, ObjectiveNumber = activity.ObjectiveNumber, Objective = activity.Objective, ObjectiveId = activity.ObjectiveId,
        Description = activity.Description, DeadlineWords = activity.Deadline.AsWritten, Due = activity.Deadline.Due, Cost = activity.CostAsWritten, Funding = activity.FundingAsWritten,
        Indicators = activity.IndicatorText, Assignees = [.. activity.Assignments.OrderBy(a => a.Role).ThenBy(a => a.Position).Select(a => new LineAssignee(a.Role, a.NameAsWritten, a.InstitutionId, a.ActsThrough))],
    };

    public static PlanLine Of(ActivityText text, string deadlineWords, IReadOnlyList<Assignee> assignees) => new()
    {
        Number = text.Number.Trim(), Title = text.Title, ObjectiveNumber = text.ObjectiveNumber.Trim(), Objective = text.Objective, ObjectiveId = text.ObjectiveId, Description = Blank(text.Description),
        DeadlineWords = deadlineWords, Cost = Blank(text.CostAsWritten), Funding = Blank(text.FundingAsWritten), Indicators = Blank(text.IndicatorText),
        Assignees = [.. assignees.OrderBy(a => a.Role).Select(a => new LineAssignee(a.Role, a.Name.Trim(), a.InstitutionId, a.ActsThrough))],
    };

    public ActivityText Text() => new()
    {
        Number = Number, Title = Title, ObjectiveNumber = ObjectiveNumber, Objective = Objective, ObjectiveId = ObjectiveId, Description = Description,
        CostAsWritten = Cost, FundingAsWritten = Funding, IndicatorText = Indicators,
    };

    public IReadOnlyList<Assignee> ToAssignees() => [.. Assignees.Select(a => new Assignee(a.Role, a.Name, a.InstitutionId, a.ActsThrough))];

    public PlanLine At(Activity activity) => this with { Standing = new LineStanding(activity.State, activity.Percent, activity.Deadline.Due, activity.EffectiveDue, activity.OriginalDue, activity.Deadline.Start) };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PlanLine FromJson(string json) => JsonSerializer.Deserialize<PlanLine>(json, Json)!;

    /// <summary>What differs, field by field, as text; nothing where both say the same. Line breaks and blanks at ends do not count.</summary>
    public static IReadOnlyList<LineChange> Compare(PlanLine? before, PlanLine? after)
    {
        var changes = new List<LineChange>();
        Add("Number", before?.Number, after?.Number);
        Add("ObjectiveNumber", before?.ObjectiveNumber, after?.ObjectiveNumber);
        foreach (var language in LocalizedText.Languages)
        {
            Add($"Objective.{language}", before?.Objective[language], after?.Objective[language]);
            Add($"Title.{language}", before?.Title[language], after?.Title[language]);
        }

        Add("Description", before?.Description, after?.Description);
        Add("DeadlineWords", before?.DeadlineWords, after?.DeadlineWords);
        Add("CostAsWritten", before?.Cost, after?.Cost);
        Add("FundingAsWritten", before?.Funding, after?.Funding);
        foreach (var role in Enum.GetValues<AssignmentRole>()) Add(role.ToString(), Names(before, role), Names(after, role));
        Add("IndicatorText", before?.Indicators, after?.Indicators);
        return changes;

        void Add(string field, string? old, string? now)
        {
            (old, now) = (Same(old), Same(now));
            if (old != now) changes.Add(new LineChange(field, old, now));
        }
    }

    private static string? Names(PlanLine? line, AssignmentRole role) =>
        line is null ? null : string.Join('\n', line.Assignees.Where(a => a.Role == role).Select(a => a.ActsThrough is null ? a.Name : $"{a.Name} ({a.ActsThrough})"));

    private static string? Same(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One field that differs between two lines; null where a side says nothing.</summary>
public sealed record LineChange(string Field, string? Old, string? New);
