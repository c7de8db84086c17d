// A small plan whose quarter was evaluated by hand, and the means to vary it.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.UnitTests.Monitoring;

internal static class Sample
{
    public static readonly Quarter Quarter = new(2026, 3);
    public static readonly DateOnly End = new(2026, 9, 30);
    public static readonly DateOnly ClosedOn = new(2026, 10, 20);
    public static readonly Guid Interior = Guid.CreateVersion7();
    public static readonly Guid Health = Guid.CreateVersion7();

    public static readonly IReadOnlyDictionary<Guid, InstitutionInfo> Institutions = new Dictionary<Guid, InstitutionInfo>
    {
        [Interior] = new(Interior, LocalizedText.Of("Ministerul Afacerilor Interne", "Министерство внутренних дел", "Ministry of Internal Affairs"), LocalizedText.Of("MAI", "МВД", "MIA")),
        [Health] = new(Health, LocalizedText.Of("Ministerul Sănătății", null, "Ministry of Health"), LocalizedText.Empty),
    };

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static ActivitySnapshot Activity(
        string number, ActivityState state, DateOnly? due, string objective = "1", DateOnly? submitted = null, DateOnly? completed = null,
        bool awaits = false, bool unresolved = false, int? percent = null, Guid? lead = null, string? obstacles = null) => new(
        Guid.CreateVersion7(), number, LocalizedText.Of($"Activitatea {number}", $"Мероприятие {number}", $"Activity {number}"), objective,
        LocalizedText.Of($"Obiectivul {objective}", null, $"Objective {objective}"), lead ?? Interior, "MAI", state, percent, "în termen", due, due, null,
        awaits, unresolved, completed, submitted, null, obstacles, null, null);

    /// <summary>Twelve activities, eight of them due: on time 3, late 1, partial 1, not implemented 3 (one of these unchecked).</summary>
    public static IReadOnlyList<ActivitySnapshot> Activities() =>
    [
        Activity("1.1", ActivityState.Completed, Day(7, 31), submitted: Day(7, 30), completed: Day(8, 20)),
        Activity("1.2", ActivityState.Completed, Day(8, 31), submitted: Day(10, 10), completed: Day(8, 31)),
        Activity("1.10", ActivityState.Completed, Day(9, 15), submitted: Day(9, 16), completed: Day(9, 16)),
        Activity("1.11", ActivityState.PartiallyCompleted, Day(9, 30), submitted: Day(9, 30), completed: Day(9, 30)),
        Activity("2.1", ActivityState.InProgress, Day(6, 30), "2", percent: 40, obstacles: "Lipsa fondurilor", lead: Health),
        Activity("2.2", ActivityState.ReportedComplete, Day(9, 30), "2", submitted: Day(9, 29)),
        Activity("2.3", ActivityState.Completed, Day(9, 30), "2", submitted: Day(10, 5), completed: Day(10, 5)),
        Activity("2.4", ActivityState.Completed, Day(5, 31), "2", submitted: Day(5, 31), completed: Day(5, 31)),
        Activity("10.1", ActivityState.InProgress, Day(12, 31), "10"),
        Activity("10.2", ActivityState.Planned, null, "10", awaits: true),
        Activity("10.3", ActivityState.Planned, null, "10", unresolved: true),
        Activity("10.4", ActivityState.Suspended, Day(7, 1), "10"),
    ];

    /// <summary>Interior owes four reports: one in time, two late by 2 and 5 days, one missing. Health owes one, in time.</summary>
    public static IReadOnlyList<ReportSnapshot> Reports(IReadOnlyList<ActivitySnapshot> activities)
    {
        ReportSnapshot Report(int activity, Guid institution, DateOnly? received, ReportState? state = ReportState.Accepted) => new(
            activities[activity].Id, institution, Day(10, 15), received is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero) : null, received is null ? null : state);
        return [Report(1, Interior, Day(10, 10)), Report(5, Interior, Day(10, 17)), Report(6, Interior, Day(10, 20), ReportState.Returned), Report(8, Interior, null), Report(4, Health, Day(10, 15))];
    }

    public static EvaluationInput Input(IReadOnlyList<ActivitySnapshot>? activities = null, DateOnly? closedOn = null, EarlierFigures? previous = null)
    {
        activities ??= Activities();
        var plan = new PlanInfo(Guid.CreateVersion7(), "PAC-2026", LocalizedText.Of("Plan de acțiuni", "План действий", "Action plan"), null, Day(1, 1), new DateOnly(2027, 12, 31), PlanStatus.InForce);
        return new EvaluationInput(
            new PlanSnapshot(plan, closedOn ?? ClosedOn, activities, activities.Count == 12 ? Reports(activities) : []), Quarter, closedOn ?? ClosedOn, Institutions,
            new Dictionary<string, LocalizedText> { ["1"] = LocalizedText.Of("Comunicarea cu actorii", null, "Communication with actors") },
            new CoverageCounts(8, 4, 3, 1, 5), previous, null, instant => DateOnly.FromDateTime(instant.UtcDateTime));
    }

    public static EvaluationSnapshot Snapshot() => QuarterEvaluator.Evaluate(Input());

    public static Caller Person(string name) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, [Permission.Evaluate, Permission.ApproveEvaluation]);
}
