// One line of the plan: what is to be done, by when, by whom, and where it stands.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>What the plan says of an activity, apart from its deadline and its institutions.</summary>
internal sealed record ActivityText
{
    public required string Number { get; init; }
    public required LocalizedText Title { get; init; }
    public string ObjectiveNumber { get; init; } = "";
    public LocalizedText Objective { get; init; } = LocalizedText.Empty;
    public Guid? ObjectiveId { get; init; }
    public string? Description { get; init; }
    public string? CostAsWritten { get; init; }
    public string? FundingAsWritten { get; init; }
    public string? IndicatorText { get; init; }
}

internal sealed partial class Activity : Root
{
    public const int NumberLength = 60;
    public const int ReasonLength = 2000;
    public const int TextLength = 4000;
    public const int LinkLength = 1000;

    private readonly List<Assignment> assignments = [];

    private Activity()
    {
    }

    public Guid PlanId { get; private set; }
    public string Number { get; private set; } = "";
    public string SortKey { get; private set; } = "";
    public string ObjectiveNumber { get; private set; } = "";
    public string ObjectiveSortKey { get; private set; } = "";
    public LocalizedText Objective { get; private set; } = LocalizedText.Empty;
    public Guid? ObjectiveId { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public string? Description { get; private set; }
    public string? CostAsWritten { get; private set; }

    /// <summary>Null when the words carry no figure: such costs are counted, not summed.</summary>
    public decimal? CostThousand { get; private set; }
    public string? FundingAsWritten { get; private set; }
    public string? IndicatorText { get; private set; }
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>JSON, column heading -> the original text of the imported cell; null for what was typed here.</summary>
    public string? SourceCells { get; private set; }

    /// <summary>Folded words of everything a reader may look for.</summary>
    public string SearchText { get; private set; } = "";

    public Assignment Lead => assignments.Single(a => a.Role == AssignmentRole.Lead);

    /// <summary>A draft: it becomes a duty with <see cref="Plan"/>.</summary>
    public static Result<Activity> Create(Guid planId, ActivityText text, Deadline deadline, IReadOnlyList<Assignee> assignees, WorkingDays calendar, string? sourceCells = null)
    {
        var activity = new Activity { PlanId = planId, SourceCells = sourceCells };
        activity.Take(text);
        activity.IfNeeded = SaysIfNeeded(text.Title);
        activity.Take(deadline, calendar);
        var assigned = activity.Assign(assignees);
        return assigned.IsSuccess ? activity : assigned.Failure;
    }

    public Result Edit(ActivityText text)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        Take(text);
        RefreshSearch();
        return Result.Success;
    }

    /// <summary>Adds or replaces the texts in one language.</summary>
    public Result Translate(string language, string title, string? objective)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        Title = Title.With(language, title);
        if (!string.IsNullOrWhiteSpace(objective)) Objective = Objective.With(language, objective);
        RefreshSearch();
        return Result.Success;
    }

    /// <summary>Replaces who leads, helps and takes part. There is exactly one lead.</summary>
    public Result Assign(IReadOnlyList<Assignee> assignees)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        var wanted = assignees.Where(a => !string.IsNullOrWhiteSpace(a.Name)).DistinctBy(a => (a.Role, Assignment.KeyOf(a.Name))).ToList();
        if (wanted.Count(a => a.Role == AssignmentRole.Lead) != 1) return Failure.Invalid("Lead", "action-plan.one-lead", "An activity has exactly one lead institution.");

        assignments.RemoveAll(a => !wanted.Exists(w => w.Role == a.Role && Assignment.KeyOf(w.Name) == a.NameKey));
        for (var i = 0; i < wanted.Count; i++)
        {
            var present = assignments.Find(a => a.Role == wanted[i].Role && a.NameKey == Assignment.KeyOf(wanted[i].Name));
            if (present is null) assignments.Add(new Assignment(wanted[i], i));
            else present.Update(wanted[i], i);
        }

        RefreshSearch();
        return Result.Success;
    }

    /// <summary>The register has learnt whom a name means: assignments that waited for it are filled.</summary>
    public void Recognise(string nameKey, Guid institutionId)
    {
        foreach (var waiting in assignments.Where(a => a.InstitutionId is null && a.NameKey == nameKey)) waiting.Recognise(institutionId);
    }

    private void Take(ActivityText text)
    {
        (Number, SortKey) = (text.Number.Trim(), NaturalOrder.KeyOf(text.Number));
        (ObjectiveNumber, ObjectiveSortKey) = (text.ObjectiveNumber.Trim(), NaturalOrder.KeyOf(text.ObjectiveNumber));
        (Objective, ObjectiveId, Title) = (text.Objective, text.ObjectiveId, text.Title);
        Description = Blank(text.Description);
        CostAsWritten = Blank(text.CostAsWritten);
        CostThousand = Cost.ReadThousand(text.CostAsWritten);
        FundingAsWritten = Blank(text.FundingAsWritten);
        IndicatorText = Blank(text.IndicatorText);
    }

    private void RefreshSearch() =>
        SearchText = BuildingBlocks.SearchText.Fold(
            [Number, .. Title.All.Values, ObjectiveNumber, .. Objective.All.Values, Description, IndicatorText, Deadline.AsWritten, FundingAsWritten,
            .. assignments.OrderBy(a => a.Position).Select(a => a.NameAsWritten)]);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
