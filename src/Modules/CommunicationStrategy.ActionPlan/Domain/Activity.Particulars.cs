// What the office notes of an activity beside the plan's text: its weight, how binding it is, whether the public sees it, its risk.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

public enum ObligationLevel { Required, Encouraged }

public enum RiskLevel { None, Low, Medium, High }

internal sealed partial class Activity
{
    /// <summary>Per cent of its objective; the weights of one objective add up to 100.</summary>
    public decimal? Weight { get; private set; }
    public ObligationLevel Obligation { get; private set; }

    /// <summary>"(if needed)": done as well when the need did not arise.</summary>
    public bool IfNeeded { get; private set; }
    public bool IsPublic { get; private set; } = true;
    public RiskLevel Risk { get; private set; }
    public string? RiskNote { get; private set; }

    public Result Describe(decimal? weight, ObligationLevel obligation, bool ifNeeded, bool isPublic, RiskLevel risk, string? riskNote)
    {
        if (weight is < 0 or > 100) return Failure.Invalid("Weight", "action-plan.weight-range", "A weight is between 0 and 100 per cent.");
        if (risk is RiskLevel.Medium or RiskLevel.High && string.IsNullOrWhiteSpace(riskNote)) return Failure.Invalid("RiskNote", "action-plan.risk-note", "Say what the risk is.");
        (Weight, Obligation, IfNeeded, IsPublic, Risk, RiskNote) = (weight, obligation, ifNeeded, isPublic, risk, Blank(riskNote));
        return Result.Success;
    }

    private static bool SaysIfNeeded(LocalizedText title) => title.All.Values.Any(t => t is not null && IfNeededWords().IsMatch(t));

    [GeneratedRegex(@"\((if (needed|necessary)|la necesitate|dac[ăa] este (necesar|nevoie)|при необходимости|по необходимости|за потреби|у разі потреби|se necessario)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IfNeededWords();
}
