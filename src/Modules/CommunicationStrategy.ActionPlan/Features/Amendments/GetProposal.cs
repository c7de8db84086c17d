// What the open amendment says of one line already: where writing goes on.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

/// <summary>
/// The text that the plan's amendment, while it is still written, proposes. <paramref name="SubjectId"/> is the activity to be changed, or the
/// proposal itself for one to be added. No value where nothing is proposed, or where the activity is to be given up.
/// </summary>
[Requires(Permission.EditActionPlan)]
public sealed record GetProposal(Guid PlanId, Guid SubjectId) : IQuery<ProposalText?>;

/// <summary>A proposed line of the plan, as a person fills it in.</summary>
public sealed record ProposalText(
    Guid LineId, string Number, LocalizedText Title, string ObjectiveNumber, LocalizedText Objective, string DeadlineWords, string? CostAsWritten, string? FundingAsWritten,
    string? IndicatorText, string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners);

internal sealed class GetProposalHandler(ActionPlanDbContext db) : IQueryHandler<GetProposal, ProposalText?>
{
    public async Task<Result<ProposalText?>> Handle(GetProposal query, CancellationToken cancellationToken)
    {
        var amendment = await db.Amendments.AsNoTracking().Include(a => a.Lines).SingleOrDefaultAsync(a => a.PlanId == query.PlanId && a.State == AmendmentState.Draft, cancellationToken);
        var proposal = amendment?.Lines.SingleOrDefault(l => l.ActivityId is { } activity ? activity == query.SubjectId : l.Id == query.SubjectId);
        return proposal?.Line() is { } line
            ? new ProposalText(
                proposal.Id, line.Number, line.Title, line.ObjectiveNumber, line.Objective, line.DeadlineWords, line.Cost, line.Funding, line.Indicators, line.Description,
                line.Lead?.Name, line.Lead?.InstitutionId, Names(line, AssignmentRole.CoImplementer), Names(line, AssignmentRole.Partner))
            : (ProposalText?)null;
    }

    private static IReadOnlyList<string> Names(PlanLine line, AssignmentRole role) => [.. line.Assignees.Where(a => a.Role == role).Select(a => a.Name)];
}
