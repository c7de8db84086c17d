// How every request of this module says that a period must be a quarter.
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features;

internal static class PeriodRule
{
    public static IRuleBuilderOptions<T, string> IsQuarter<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(p => Quarter.Parse(p) is not null).WithErrorCode("monitoring.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4.");

    /// <summary>Of what a year's report has too: chapters and ratings.</summary>
    public static IRuleBuilderOptions<T, string> IsQuarterOrYear<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(p => Quarter.Parse(p) is not null || EvaluatedYear.Parse(p) is not null).WithErrorCode("monitoring.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4, or a year, such as 2026.");
}
