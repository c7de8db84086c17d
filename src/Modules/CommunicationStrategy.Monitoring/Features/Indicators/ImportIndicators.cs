// Indicators and figures out of a table: first what it would do, row by row; then all of it, or nothing.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Monitoring.Data;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <summary>The file, and what it is read for.</summary>
public interface IIndicatorFile
{
    Guid PlanId { get; }

    /// <summary>The quarter whose figures it holds, such as "2026-Q4".</summary>
    string Period { get; }
    string FileName { get; }

    /// <summary>XLSX, CSV or DOCX; at most <see cref="IndicatorFile.MaxBytes"/>.</summary>
    byte[] Content { get; }

    /// <summary>In which its numbers are written: "ro", "ru" or "en".</summary>
    string Language { get; }
}

public static class IndicatorFile
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxRows = 1000;
}

/// <summary>What importing the file would do; changes nothing.</summary>
[Requires(Permission.Evaluate)]
public sealed record CheckIndicatorFile(Guid PlanId, string Period, string FileName, byte[] Content, string Language) : IQuery<CheckedIndicators>, IIndicatorFile;

/// <summary>
/// Adds the indicators whose codes are new and takes every figure; with one problem nothing is written. A definition that exists is not
/// changed by a file: a change of meaning has its quarter and its reason.
/// </summary>
[Requires(Permission.Evaluate)]
public sealed record ImportIndicators(Guid PlanId, string Period, string FileName, byte[] Content, string Language) : ICommand<ImportedIndicators>, IIndicatorFile;

/// <param name="Ignored">Headings of columns that mean nothing here.</param>
public sealed record CheckedIndicators(IReadOnlyList<CheckedIndicator> Rows, IReadOnlyList<IndicatorProblem> Problems, IReadOnlyList<string> Ignored)
{
    public int Added => Rows.Count(r => r.IsNew);
    public int Figures => Rows.Count(r => r.Figure is FigureFate.New or FigureFate.Changed);
}

public enum FigureFate { None, New, Changed, Same }

/// <param name="Line">As a spreadsheet counts.</param>
/// <param name="Before">The figure that stands now.</param>
public sealed record CheckedIndicator(int Line, string Code, string Name, bool IsNew, FigureFate Figure, decimal? Value, string? Text, decimal? Before);

/// <param name="Line">Null: of the file as a whole.</param>
/// <param name="Column">The heading.</param>
public sealed record IndicatorProblem(int? Line, string? Column, string Code, string Message)
{
    /// <summary>What a translation of the code needs.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];
}

public sealed record ImportedIndicators(int Added, int Figures);

internal abstract class IndicatorFileValidator<T> : AbstractValidator<T>
    where T : IIndicatorFile
{
    protected IndicatorFileValidator()
    {
        RuleFor(c => c.Period).IsQuarter();
        RuleFor(c => c.Content).NotEmpty().OverridePropertyName("File").WithErrorCode("monitoring.file-required").WithMessage("Choose a file.")
            .Must(c => c.Length <= IndicatorFile.MaxBytes).OverridePropertyName("File").WithErrorCode("monitoring.file-too-large").WithMessage("The file is larger than 1 MB, the most that is read here.");
        RuleFor(c => c.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("monitoring.language-unknown").WithMessage("The language is ro, ru or en.");
    }
}

internal sealed class CheckIndicatorFileValidator : IndicatorFileValidator<CheckIndicatorFile>;

internal sealed class ImportIndicatorsValidator : IndicatorFileValidator<ImportIndicators>;

internal sealed class ImportIndicatorsHandler(MonitoringDbContext db, IMediator mediator, TimeProvider clock)
    : IQueryHandler<CheckIndicatorFile, CheckedIndicators>, ICommandHandler<ImportIndicators, ImportedIndicators>
{
    public async Task<Result<CheckedIndicators>> Handle(CheckIndicatorFile query, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(query, cancellationToken);
        return read.IsSuccess ? read.Value.Checked() : read.Failure;
    }

    public async Task<Result<ImportedIndicators>> Handle(ImportIndicators command, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(command, cancellationToken);
        if (!read.IsSuccess) return read.Failure;
        var found = read.Value.Checked();
        if (found.Problems.Count > 0) return Failure.Rule("monitoring.file-problems", "The file has problems: check it and mend them. Nothing was written.");
        read.Value.Write(db);
        await db.SaveChangesAsync(cancellationToken);
        return new ImportedIndicators(found.Added, found.Figures);
    }

    private async Task<Result<IndicatorImport>> ReadAsync(IIndicatorFile file, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new GetPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure;
        if (plans.Value.All(p => p.Id != file.PlanId)) return Failure.NotFound("ActionPlan", file.PlanId);
        var quarter = Quarter.Parse(file.Period)!.Value;
        if (quarter.Start > clock.Today()) return Failure.Invalid("Period", "monitoring.period-future", "This quarter has not begun.");
        var admitted = await db.AdmitAsync(file.PlanId, file.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted.Failure;

        var table = IndicatorRows.Read(file);
        var owners = await mediator.Send(new MatchInstitutions([.. table.Rows.Select(r => r.Owner).OfType<string>().Distinct()]), cancellationToken);
        if (!owners.IsSuccess) return owners.Failure;
        var indicators = await db.Indicators.Include(i => i.Definitions).Where(i => i.PlanId == file.PlanId).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellationToken);
        var values = await db.Values.Where(v => v.PlanId == file.PlanId && v.Period == file.Period).ToDictionaryAsync(v => v.IndicatorId, cancellationToken);
        var groups = await mediator.TargetGroupsAsync(file.PlanId, cancellationToken);
        if (!groups.IsSuccess) return groups.Failure;
        return new IndicatorImport(file.PlanId, quarter, table, indicators, values, owners.Value.ToDictionary(o => o.Name, o => o.InstitutionId, StringComparer.Ordinal), groups.Value.Select(g => g.Number).ToHashSet());
    }
}
