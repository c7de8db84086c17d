// The model of the form of an activity; several institutions stand one a line.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

public sealed class ActivityInput
{
    public string? Number { get; set; }
    public string? ObjectiveNumber { get; set; }
    public Dictionary<string, string?> Title { get; set; } = [];
    public Dictionary<string, string?> Objective { get; set; } = [];
    public string? Description { get; set; }
    public string? DeadlineWords { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? Due { get; set; }
    public Guid? LeadInstitutionId { get; set; }
    public string? Lead { get; set; }
    public string? CoImplementers { get; set; }
    public string? Partners { get; set; }
    public string? CostAsWritten { get; set; }
    public string? FundingAsWritten { get; set; }
    public string? IndicatorText { get; set; }
    public int Version { get; set; }

    public static ActivityInput From(ActivityDetails activity) => new()
    {
        Number = activity.Number,
        ObjectiveNumber = activity.ObjectiveNumber,
        Title = FormValues.Fields(activity.Title),
        Objective = FormValues.Fields(activity.Objective),
        Description = activity.Description,
        DeadlineWords = activity.Deadline.AsWritten,
        Start = activity.Deadline.Start,
        Due = activity.Deadline.Due,
        LeadInstitutionId = activity.Lead.InstitutionId,
        Lead = activity.Lead.NameAsWritten,
        CoImplementers = Names(activity, AssignmentRole.CoImplementer),
        Partners = Names(activity, AssignmentRole.Partner),
        CostAsWritten = activity.CostAsWritten,
        FundingAsWritten = activity.FundingAsWritten,
        IndicatorText = activity.IndicatorText,
        Version = activity.Version,
    };

    public static ActivityInput From(ProposalText proposal, int version = 0) => new()
    {
        Number = proposal.Number,
        ObjectiveNumber = proposal.ObjectiveNumber,
        Title = FormValues.Fields(proposal.Title),
        Objective = FormValues.Fields(proposal.Objective),
        Description = proposal.Description,
        DeadlineWords = proposal.DeadlineWords,
        LeadInstitutionId = proposal.LeadInstitutionId,
        Lead = proposal.Lead,
        CoImplementers = string.Join('\n', proposal.CoImplementers),
        Partners = string.Join('\n', proposal.Partners),
        CostAsWritten = proposal.CostAsWritten,
        FundingAsWritten = proposal.FundingAsWritten,
        IndicatorText = proposal.IndicatorText,
        Version = version,
    };

    public AddActivity Add(Guid plan) => new(
        plan, Number ?? "", new LocalizedText(Title), ObjectiveNumber, new LocalizedText(Objective), DeadlineWords ?? "", CostAsWritten, FundingAsWritten, IndicatorText, Description,
        Lead, LeadInstitutionId, Lines(CoImplementers), Lines(Partners));

    public EditActivity Edit(Guid activity) => new(
        activity, Number ?? "", new LocalizedText(Title), ObjectiveNumber, new LocalizedText(Objective), DeadlineWords ?? "", Start, Due, CostAsWritten, FundingAsWritten, IndicatorText, Description,
        Lead, LeadInstitutionId, Lines(CoImplementers), Lines(Partners), Version);

    public ProposeAddition ProposeAddition(Guid plan, Guid? replaces) => new(
        plan, Number ?? "", new LocalizedText(Title), ObjectiveNumber, new LocalizedText(Objective), DeadlineWords ?? "", CostAsWritten, FundingAsWritten, IndicatorText, Description,
        Lead, LeadInstitutionId, Lines(CoImplementers), Lines(Partners), replaces);

    public ProposeChange ProposeChange(Guid activity) => new(
        activity, Number ?? "", new LocalizedText(Title), ObjectiveNumber, new LocalizedText(Objective), DeadlineWords ?? "", CostAsWritten, FundingAsWritten, IndicatorText, Description,
        Lead, LeadInstitutionId, Lines(CoImplementers), Lines(Partners));

    private static string Names(ActivityDetails activity, AssignmentRole role) => string.Join('\n', activity.Assignments.Where(a => a.Role == role).Select(a => a.NameAsWritten));

    private static string[] Lines(string? text) => text?.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
