// The figure of a quarter: entered by an evaluator, or by the institution that has it.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <summary>Says a quarter's figure, or says it anew. Refused once the quarter's evaluation is approved.</summary>
/// <param name="Period">A quarter that has begun, such as "2026-Q4".</param>
/// <param name="Value">In the indicator's unit; 1 or 0 for yes or no; null where only words can be said.</param>
/// <param name="Parts">A breakdown by the indicator's dimensions.</param>
/// <param name="Version">0 for a figure that is new.</param>
[Requires(Permission.Evaluate, Permission.ReportProgress)]
public sealed record SetIndicatorValue(
    Guid IndicatorId, string Period, decimal? Value, string? Text, string? Source, string? Evidence, string? Note, IReadOnlyList<ValuePart> Parts, int Version) : ICommand;

/// <summary>Takes back a figure that was entered by mistake.</summary>
[Requires(Permission.Evaluate)]
public sealed record ClearIndicatorValue(Guid IndicatorId, string Period, int Version) : ICommand;

internal sealed class SetIndicatorValueValidator : AbstractValidator<SetIndicatorValue>
{
    /// <summary>What a column holds exactly on every database.</summary>
    public const decimal MostValue = 1_000_000_000_000_000m;

    public SetIndicatorValueValidator()
    {
        RuleFor(c => c.Period).IsQuarter();
        RuleFor(c => c.Value).Must(v => v is null || Math.Abs(v.Value) < MostValue).WithErrorCode("monitoring.value-range").WithMessage("The figure is too large.");
        RuleFor(c => c.Value).Must((c, v) => v is not null || !string.IsNullOrWhiteSpace(c.Text)).WithErrorCode("monitoring.value-required").WithMessage("Say a figure, or in words why there is none.");
        RuleFor(c => c.Text).MaximumLength(IndicatorValue.TextLength);
        RuleFor(c => c.Source).MaximumLength(IndicatorValue.TextLength);
        RuleFor(c => c.Note).MaximumLength(IndicatorValue.TextLength);
        RuleFor(c => c.Evidence).MaximumLength(IndicatorValue.LinkLength);
        RuleFor(c => c.Parts).Must(p => p.Count <= 100 && p.All(x => x.Category.Length is > 0 and <= 100 && x.Dimension.Length is > 0 and <= 60)).WithErrorCode("monitoring.parts").WithMessage("A part is a category of at most 100 characters and a figure; at most 100 parts.");
    }
}

internal sealed class SetIndicatorValueHandler(MonitoringDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<SetIndicatorValue>
{
    public async Task<Result> Handle(SetIndicatorValue command, CancellationToken cancellationToken)
    {
        var indicator = await db.Indicators.Include(i => i.Definitions).AsNoTracking().SingleOrDefaultAsync(i => i.Id == command.IndicatorId, cancellationToken);
        // Another institution's indicator is not there for who may only report.
        if (indicator is null || (!caller.Current.May(Permission.Evaluate) && (indicator.OwnerId is null || indicator.OwnerId != caller.Current.InstitutionId))) return Failure.NotFound(nameof(Indicator), command.IndicatorId);
        if (indicator.Archived) return Failure.Rule("monitoring.indicator-archived", "This indicator is out of use.");
        var quarter = Quarter.Parse(command.Period)!.Value;
        if (quarter.Start > clock.Today()) return Failure.Invalid("Period", "monitoring.period-future", "This quarter has not begun.");
        var passport = indicator.At(quarter).Passport();
        if (passport.Automatic is not null) return Failure.Rule("monitoring.counted-by-itself", "This figure is counted by the product itself.");
        var plausible = Plausible(passport, command);
        if (!plausible.IsSuccess) return plausible;
        var admitted = await db.AdmitAsync(indicator.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;

        var value = await db.Values.SingleOrDefaultAsync(v => v.IndicatorId == indicator.Id && v.Period == command.Period, cancellationToken);
        if (value is null)
        {
            if (command.Version != 0) return Failure.Stale();
            value = new IndicatorValue(indicator.Id, indicator.PlanId, quarter);
            db.Values.Add(value);
        }
        else
        {
            db.Expect(value, command.Version);
        }

        value.Say(command.Value, command.Text, command.Source, command.Evidence, command.Note, command.Parts);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    /// <summary>What the kind of indicator cannot be, and parts that do not add up.</summary>
    public static Result Plausible(IndicatorPassport passport, SetIndicatorValue command)
    {
        if (command.Value is not { } value) return Result.Success;
        if (passport.Kind == IndicatorKind.Text) return Failure.Invalid("Value", "monitoring.value-text", "This indicator is described in words.");
        if (passport.Kind == IndicatorKind.YesNo && value is not 0 and not 1) return Failure.Invalid("Value", "monitoring.value-yes-no", "1 for yes, 0 for no.");
        if (passport.Kind == IndicatorKind.Milestone && (value < 0 || !decimal.IsInteger(value))) return Failure.Invalid("Value", "monitoring.value-milestone", "A whole number of steps.");
        foreach (var dimension in command.Parts.GroupBy(p => p.Dimension, StringComparer.Ordinal))
        {
            if (!passport.Dimensions.Contains(dimension.Key)) return Failure.Invalid("Parts", "monitoring.parts-dimension", $"The indicator is not broken down by {dimension.Key}.");
            // Shares and means of parts do not add up to the whole; counts and money do.
            if (passport.Kind is IndicatorKind.Number or IndicatorKind.Money && dimension.Sum(p => p.Value) > value) return Failure.Invalid("Parts", "monitoring.parts-sum", $"The parts by {dimension.Key} add up to more than the figure.");
        }

        return Result.Success;
    }
}

internal sealed class ClearIndicatorValueHandler(MonitoringDbContext db) : ICommandHandler<ClearIndicatorValue>
{
    public async Task<Result> Handle(ClearIndicatorValue command, CancellationToken cancellationToken)
    {
        var value = await db.Values.SingleOrDefaultAsync(v => v.IndicatorId == command.IndicatorId && v.Period == command.Period, cancellationToken);
        if (value is null) return Failure.NotFound(nameof(IndicatorValue), command.Period);
        var admitted = await db.AdmitAsync(value.PlanId, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted;
        db.Expect(value, command.Version);
        db.Values.Remove(value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
