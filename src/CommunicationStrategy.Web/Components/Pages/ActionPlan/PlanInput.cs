// The model of the form of a plan.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Plans;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

public sealed class PlanInput
{
    public string? Code { get; set; }
    public Dictionary<string, string?> Title { get; set; } = [];
    public Guid? StrategyId { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? End { get; set; }
    public string? ApprovingAct { get; set; }
    public string? Locality { get; set; }
    public string? Currency { get; set; }
    public int? ReportDays { get; set; }
    public int? ReviewDays { get; set; }
    public bool OpensItself { get; set; }
    public ReportingFrequency Frequency { get; set; }
    public int Version { get; set; }

    public static PlanInput From(PlanDetails plan) => new()
    {
        Code = plan.Code, Title = FormValues.Fields(plan.Title), StrategyId = plan.StrategyId,
        Start = plan.Start, End = plan.End, ApprovingAct = plan.ApprovingAct, Locality = plan.Locality, Currency = plan.Currency, Version = plan.Version,
        ReportDays = plan.ReportDays, ReviewDays = plan.ReviewDays, OpensItself = plan.OpensItself, Frequency = plan.Frequency,
    };

    public CreatePlan Create() => new(Code ?? "", new LocalizedText(Title), Start.GetValueOrDefault(), End.GetValueOrDefault(), StrategyId, ApprovingAct, Locality, Currency, ReportDays.GetValueOrDefault(), ReviewDays.GetValueOrDefault(), OpensItself, Frequency);

    public EditPlan Edit(Guid plan) => new(plan, Code ?? "", new LocalizedText(Title), Start.GetValueOrDefault(), End.GetValueOrDefault(), StrategyId, ApprovingAct, Version, Locality, Currency, ReportDays.GetValueOrDefault(), ReviewDays.GetValueOrDefault(), OpensItself, Frequency);
}
