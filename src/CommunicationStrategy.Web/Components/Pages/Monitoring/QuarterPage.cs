// The base of the pages that show one quarter of one plan, or one year: which of both the address asks for.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Web.Components.Shared;
using CommunicationStrategy.Monitoring.Domain;
using Microsoft.AspNetCore.Components;

namespace CommunicationStrategy.Web.Components.Pages.Monitoring;

public abstract class QuarterPage : AppPage
{
    private const int QuartersOffered = 8;
    private const int YearsOffered = 3;

    [SupplyParameterFromQuery(Name = "plan")] protected string? PlanText { get; set; }
    [SupplyParameterFromQuery(Name = "period")] protected string? PeriodText { get; set; }
    [Inject] protected TimeProvider Clock { get; set; } = null!;

    protected IReadOnlyList<PlanInfo> Plans { get; private set; } = [];

    /// <summary>Null: there is no plan yet, or none that is more than a draft.</summary>
    protected PlanInfo? Plan { get; private set; }

    protected string Period { get; private set; } = "";

    /// <summary>The quarters or years that have begun, the newest first, and the one that was asked for.</summary>
    protected IEnumerable<string> Periods
    {
        get
        {
            var begun = new List<string>();
            if (EvaluatedYear.Parse(Period) is not null) begun.AddRange(Enumerable.Range(0, YearsOffered).Select(n => new EvaluatedYear(Clock.Today().Year - n).ToString()));
            else for (var q = LastCollected(Quarter.Of(Clock.Today())); begun.Count < QuartersOffered; q = q.Back(Plan?.Span ?? 1)) begun.Add(q.ToString());
            return begun.Contains(Period) ? begun : begun.Append(Period);
        }
    }

    /// <summary>False: the page has nothing to show yet. Unless the address says which quarter or year: the last that ended.</summary>
    /// <param name="year">Null: both will do.</param>
    protected async Task<bool> ChooseAsync(bool drafts = false, Quarter? otherwise = null, bool? year = false)
    {
        Plans = [.. (await Ask(new GetPlans()) ?? []).Where(p => drafts || p.Status != PlanStatus.Draft)];
        Plan = Plans.FirstOrDefault(p => p.Id.ToString() == PlanText) ?? Plans.FirstOrDefault(p => p.Status == PlanStatus.InForce) ?? (Plans.Count > 0 ? Plans[0] : null);
        Period = year != false && EvaluatedYear.Parse(PeriodText) is { } asked ? asked.ToString()
            : year == true ? new EvaluatedYear(Math.Max(Plan?.Start.Year ?? 0, Clock.Today().Year - 1)).ToString()
            : (Quarter.Parse(PeriodText) ?? otherwise ?? LastCollected(Quarter.Of(Clock.Today()).Previous)).ToString();
        return Plan is not null;
    }

    /// <summary>This quarter, or the last before it after which the plan's reports are collected.</summary>
    private Quarter LastCollected(Quarter quarter) => quarter.Back(quarter.Number % (Plan?.Span ?? 1));
}
