// Adding and changing an indicator. What approved quarters were read by stays: a change of its meaning is a new definition from a quarter on.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <summary>The fields that adding and changing share.</summary>
public interface IIndicatorFields
{
    string Code { get; }

    /// <summary>The number of the objective; "" for an indicator of the plan as a whole.</summary>
    string Objective { get; }
    IndicatorPassport Passport { get; }
}

[Requires(Permission.Evaluate)]
public sealed record AddIndicator(Guid PlanId, string Code, string Objective, Guid? OwnerId, IndicatorPassport Passport) : ICommand<Guid>, IIndicatorFields;

/// <param name="FromPeriod">The quarter from which the new definition holds; null corrects the present one, as long as no approved quarter was read by it.</param>
/// <param name="Reason">Why it is defined anew; needed with <paramref name="FromPeriod"/>.</param>
[Requires(Permission.Evaluate)]
public sealed record EditIndicator(Guid Id, string Code, string Objective, Guid? OwnerId, IndicatorPassport Passport, string? FromPeriod, string? Reason, int Version) : ICommand, IIndicatorFields;

/// <summary>Takes an indicator out of use, or back in. Its figures stay.</summary>
[Requires(Permission.Evaluate)]
public sealed record ArchiveIndicator(Guid Id, bool Archived, int Version) : ICommand;

internal abstract class IndicatorFieldsValidator<T> : AbstractValidator<T>
    where T : IIndicatorFields
{
    protected IndicatorFieldsValidator()
    {
        RuleFor(c => c.Code).NotEmpty().WithErrorCode("monitoring.code-required").WithMessage("An indicator needs a code.").MaximumLength(Indicator.CodeLength);
        RuleFor(c => c.Objective).MaximumLength(Indicator.ObjectiveLength);
        Field(p => p.Name, "Name", n => n["ro"] is not null, "monitoring.name-required", "The Romanian name is required.");
        Field(p => p.Name, "Name", n => n.All.Values.All(t => t.Length <= IndicatorPassport.NameLength), "monitoring.text-too-long", "The text is too long.");
        Field(p => p.Unit, "Unit", u => u.All.Values.All(t => t.Length <= IndicatorPassport.UnitLength), "monitoring.text-too-long", "The text is too long.");
        Field(p => p, "Targets", TargetsAreReadable, "monitoring.targets-unreadable", "A target is for a quarter (2026-Q4), a year (2026) or the plan's end; each only once.");
        Field(p => p, "Targets", TargetsGoTheRightWay, "monitoring.targets-direction", "The targets lie on the wrong side of the baseline for the direction.");
        Field(p => p, "Lowest", p => p.Lowest is not { } low || p.Highest is not { } high || low <= high, "monitoring.band-order", "The lower bound lies above the upper one.");
        Field(p => p, "Grades", p => p.Grades.Count <= IndicatorPassport.MostGrades && p.Grades.All(g => g.Points >= 0) && GradesGoTheRightWay(p), "monitoring.grades-order", "Beyond a better bound a grade gives at least as many points.");
        Field(p => p.Weight, "Weight", w => w is null or (>= 0 and <= 100), "monitoring.weight-range", "A weight lies between 0 and 100 %.");
        Field(p => p.Dimensions, "Dimensions", d => d.Count <= IndicatorPassport.MostDimensions && d.All(x => x.Length <= 60), "monitoring.dimensions", "At most five dimensions of at most 60 characters.");
        foreach (var (text, field) in new (Func<IndicatorPassport, string?>, string)[]
        {
            (p => p.BaselineText, "BaselineText"), (p => p.BaselineSource, "BaselineSource"), (p => p.Formula, "Formula"), (p => p.DataSource, "DataSource"), (p => p.Method, "Method"), (p => p.Limitations, "Limitations"),
        })
        {
            Field(text, field, t => t is null || t.Length <= IndicatorPassport.TextLength, "monitoring.text-too-long", "The text is too long.");
        }
    }

    /// <summary>Each field of the passport answers under its own name, for that is what the form calls it.</summary>
    private void Field<TValue>(Func<IndicatorPassport, TValue> value, string name, Func<TValue, bool> holds, string code, string message) =>
        RuleFor(c => c.Passport).Must(p => holds(value(p))).OverridePropertyName(name).WithErrorCode(code).WithMessage(message);

    private static bool TargetsAreReadable(IndicatorPassport passport) =>
        passport.Targets.Count <= IndicatorPassport.MostTargets && passport.Targets.All(t => PeriodKey.IsValid(t.Period)) && passport.Targets.DistinctBy(t => t.Period).Count() == passport.Targets.Count;

    private static bool TargetsGoTheRightWay(IndicatorPassport passport) =>
        passport.Baseline is not { } baseline || passport.Kind is IndicatorKind.Text or IndicatorKind.YesNo || passport.Grades.Count > 0 || passport.Aggregation == Aggregation.Sum
        || passport.Targets.All(t => passport.Direction switch { Direction.Up => t.Value >= baseline, Direction.Down => t.Value <= baseline, _ => true });

    private static bool GradesGoTheRightWay(IndicatorPassport passport)
    {
        var best = (passport.Direction == Direction.Down ? passport.Grades.OrderByDescending(g => g.From) : passport.Grades.OrderBy(g => g.From)).Select(g => g.Points).ToList();
        return best.Zip(best.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}

internal sealed class AddIndicatorValidator : IndicatorFieldsValidator<AddIndicator>;

internal sealed class EditIndicatorValidator : IndicatorFieldsValidator<EditIndicator>
{
    public EditIndicatorValidator()
    {
        RuleFor(c => c.FromPeriod).Must(p => p is null || Quarter.Parse(p) is not null).WithErrorCode("monitoring.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4.");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.FromPeriod is not null).WithErrorCode("monitoring.reason-required").WithMessage("Say why.").MaximumLength(Indicator.ReasonLength);
    }
}

internal sealed class AddIndicatorHandler(MonitoringDbContext db, IMediator mediator) : ICommandHandler<AddIndicator, Guid>
{
    public async Task<Result<Guid>> Handle(AddIndicator command, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new GetPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure;
        if (plans.Value.All(p => p.Id != command.PlanId)) return Failure.NotFound("Plan", command.PlanId);
        var code = command.Code.Trim();
        if (await db.Indicators.AnyAsync(i => i.PlanId == command.PlanId && i.Code == code, cancellationToken)) return CodeTaken();

        if (await mediator.CheckTargetGroupAsync(command.PlanId, command.Passport, cancellationToken) is { } unknown) return unknown;
        var indicator = new Indicator(command.PlanId, code, command.Objective, command.OwnerId, command.Passport);
        db.Indicators.Add(indicator);
        await db.SaveChangesAsync(cancellationToken);
        return indicator.Id;
    }

    public static Failure CodeTaken() => Failure.Invalid("Code", "monitoring.code-exists", "Another indicator of this plan has this code.");
}

internal sealed class EditIndicatorHandler(MonitoringDbContext db, IMediator mediator) : ICommandHandler<EditIndicator>
{
    public async Task<Result> Handle(EditIndicator command, CancellationToken cancellationToken)
    {
        var indicator = await db.Indicators.Include(i => i.Definitions).SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (indicator is null) return Failure.NotFound(nameof(Indicator), command.Id);
        var code = command.Code.Trim();
        if (await db.Indicators.AnyAsync(i => i.PlanId == indicator.PlanId && i.Code == code && i.Id != command.Id, cancellationToken)) return AddIndicatorHandler.CodeTaken();

        db.Expect(indicator, command.Version);
        if (command.Passport.ToJson() != indicator.Newest.Content)
        {
            if (await mediator.CheckTargetGroupAsync(indicator.PlanId, command.Passport, cancellationToken) is { } unknown) return unknown;
            var lastFrozen = await db.LastFrozenAsync(indicator.PlanId, cancellationToken);
            var defined = command.FromPeriod is { } from ? indicator.Redefine(command.Passport, Quarter.Parse(from)!.Value, command.Reason!, lastFrozen) : indicator.Correct(command.Passport, lastFrozen);
            if (!defined.IsSuccess) return defined;
        }

        indicator.Place(code, command.Objective, command.OwnerId);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class ArchiveIndicatorHandler(MonitoringDbContext db) : ICommandHandler<ArchiveIndicator>
{
    public async Task<Result> Handle(ArchiveIndicator command, CancellationToken cancellationToken)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (indicator is null) return Failure.NotFound(nameof(Indicator), command.Id);
        db.Expect(indicator, command.Version);
        var archived = indicator.Archive(command.Archived);
        if (!archived.IsSuccess) return archived;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
