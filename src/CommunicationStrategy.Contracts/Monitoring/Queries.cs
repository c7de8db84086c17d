// What the Monitoring module answers to other modules: an evaluation in short, and its report as a file. And what it asks of whoever reminds, which it does not know.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Monitoring;

/// <summary>The main figures of these evaluations as they stand now; unknown ids are left out.</summary>
[AnyCaller]
public sealed record GetEvaluationFigures(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<EvaluationFigures>>;

/// <param name="Due">Activities due by the cut-off; of them <paramref name="Implemented"/> are fully implemented.</param>
/// <param name="Achievement">Of indicators, 0..1; null where none can be computed.</param>
/// <param name="ContentHash">SHA-256 of its figures and words.</param>
public sealed record EvaluationFigures(
    Guid Id, Guid PlanId, string PlanCode, LocalizedText PlanTitle, string Period, int Revision, bool IsApproved, DateOnly CutOff,
    int Due, int Implemented, decimal? Achievement, int Overdue, int ReportsDue, int ReportsReceived, string ContentHash);

/// <summary>
/// The report of an approved evaluation to send along: the kept PDF; the kept DOCX where no PDF can be made here, or where it is too large.
/// Refused where neither is small enough.
/// </summary>
/// <param name="Language">"ro", "ru" or "en".</param>
/// <param name="MostBytes">What the file may weigh.</param>
[AnyCaller]
public sealed record GetEvaluationFile(Guid Id, string Language, int MostBytes) : IQuery<EvaluationFile>;

public sealed record EvaluationFile(string Name, string MediaType, byte[] Content);

/// <summary>How many mails about each of these activities and its reports had gone to its institution by the end of that day. Answered by the module that reminds.</summary>
[AnyCaller]
public sealed record GetRemindersSent(IReadOnlyCollection<Guid> ActivityIds, DateOnly Until) : IQuery<IReadOnlyList<RemindersSent>>;

public sealed record RemindersSent(Guid ActivityId, int Mails);

/// <summary>
/// The figures of indicators that their owners owe for quarters being collected: not archived, not counted by the product itself, due in that
/// quarter by their frequency, and not said yet.
/// </summary>
/// <param name="AsOf">The office's day.</param>
/// <param name="Horizon">Last effective due date of interest.</param>
/// <param name="InstitutionIds">Only these owners; null for all.</param>
[AnyCaller]
public sealed record GetOwedFigures(DateOnly AsOf, DateOnly Horizon, IReadOnlyCollection<Guid>? InstitutionIds = null) : IQuery<IReadOnlyList<OwedFigure>>;

/// <param name="EffectiveDue">The next working day when <paramref name="Due"/> is none.</param>
public sealed record OwedFigure(Guid IndicatorId, Guid PlanId, string Code, LocalizedText Name, Guid InstitutionId, string Period, DateOnly Due, DateOnly EffectiveDue);
