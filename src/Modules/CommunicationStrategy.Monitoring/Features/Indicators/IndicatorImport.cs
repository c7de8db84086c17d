// What a read table does to the indicators and figures that are there.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <param name="indicators">Those of the plan, by code.</param>
/// <param name="values">Those of the quarter, by indicator.</param>
/// <param name="owners">Institutions by the names in the file; null where a name is nobody's, or that of several.</param>
/// <param name="groups">Numbers of the target groups of the plan's strategy.</param>
internal sealed class IndicatorImport(
    Guid plan, Quarter quarter, IndicatorRows table, IReadOnlyDictionary<string, Indicator> indicators, IReadOnlyDictionary<Guid, IndicatorValue> values, IReadOnlyDictionary<string, Guid?> owners, IReadOnlySet<int> groups)
{
    private CheckedIndicators? result;

    public CheckedIndicators Checked()
    {
        if (result is not null) return result;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<CheckedIndicator>();
        foreach (var line in table.Rows)
        {
            if (line.Code.Length > 0 && !seen.Add(line.Code)) table.Problem(line.Line, IndicatorColumn.Code, "monitoring.file-code-twice", "This code stands in the file twice.");
            var known = indicators.GetValueOrDefault(line.Code);
            if (known is null) CheckNew(line);
            var value = known is null ? null : values.GetValueOrDefault(known.Id);
            rows.Add(new CheckedIndicator(line.Line, line.Code, (known?.At(quarter).Passport() ?? line.Passport).Name.In("ro"), known is null, FateOf(line, known, value), line.Value, line.Text, value?.Value));
        }

        return result = new CheckedIndicators(rows, [.. table.Problems.OrderBy(p => p.Line)], table.Ignored);
    }

    /// <summary>Only after a check without problems.</summary>
    public void Write(MonitoringDbContext db)
    {
        foreach (var (line, row) in table.Rows.Zip(Checked().Rows))
        {
            var indicator = indicators.GetValueOrDefault(line.Code);
            if (indicator is null) db.Indicators.Add(indicator = new Indicator(plan, line.Code, line.Objective, line.Owner is { } owner ? owners[owner] : null, line.Passport));
            if (row.Figure is not (FigureFate.New or FigureFate.Changed)) continue;
            var value = values.GetValueOrDefault(indicator.Id);
            if (value is null) db.Values.Add(value = new IndicatorValue(indicator.Id, plan, quarter));
            value.Say(line.Value, line.Text, line.Source ?? value.Source, line.Evidence ?? value.Evidence, value.Note, value.Breakdown());
        }
    }

    private void CheckNew(IndicatorLine line)
    {
        // By the same rules as in the form.
        foreach (var error in new AddIndicatorValidator().Validate(new AddIndicator(plan, line.Code, line.Objective, null, line.Passport)).Errors)
        {
            table.Problem(line.Line, Enum.TryParse<IndicatorColumn>(error.PropertyName == "Targets" ? nameof(IndicatorColumn.Target) : error.PropertyName, out var column) ? column : IndicatorColumn.Code, error.ErrorCode, error.ErrorMessage);
        }

        if (line.Passport.TargetGroup is { } group && !groups.Contains(group)) table.Problem(line.Line, IndicatorColumn.TargetGroup, "monitoring.target-group-unknown", "The plan's strategy has no such target group.");
        if (line.Owner is { } name && owners[name] is null) table.Problem(line.Line, IndicatorColumn.Owner, "monitoring.owner-unknown", $"\"{name}\" is no institution of the register, or several.", name);
    }

    private FigureFate FateOf(IndicatorLine line, Indicator? known, IndicatorValue? value)
    {
        if (line.Value is null && line.Text is null) return FigureFate.None;
        var passport = known?.At(quarter).Passport() ?? line.Passport;
        // Our own table shows two decimals: a figure that is the same but for that changes nothing.
        if (value is not null && (line.Value == value.Value || line.Value == Math.Round(value.Value ?? 0, 2, MidpointRounding.AwayFromZero)) && line.Text == value.Text && (line.Source ?? value.Source, line.Evidence ?? value.Evidence) == (value.Source, value.Evidence)) return FigureFate.Same;
        if (passport.Automatic is not null) table.Problem(line.Line, IndicatorColumn.Value, "monitoring.counted-by-itself", "This figure is counted by the product itself.");
        if (known is { Archived: true }) table.Problem(line.Line, IndicatorColumn.Code, "monitoring.indicator-archived", "This indicator is out of use.");
        var said = new SetIndicatorValue(known?.Id ?? Guid.Empty, quarter.ToString(), line.Value, line.Text, line.Source, line.Evidence, null, value?.Breakdown() ?? [], 0);
        foreach (var error in new SetIndicatorValueValidator().Validate(said).Errors) table.Problem(line.Line, IndicatorColumn.Value, error.ErrorCode, error.ErrorMessage);
        foreach (var error in SetIndicatorValueHandler.Plausible(passport, said).Failure?.Fields ?? []) table.Problem(line.Line, IndicatorColumn.Value, error.Code, error.Message);
        return value is null ? FigureFate.New : FigureFate.Changed;
    }
}
