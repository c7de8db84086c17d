// From what a person filled in to what the activity takes: names looked up in the register, the objective in the strategy.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

internal static class ActivityForm
{
    public static async Task<Failure?> NumberTakenAsync(ActionPlanDbContext db, Guid planId, Guid? activityId, string number, CancellationToken cancellationToken)
    {
        var wanted = number.Trim();
        return await db.Activities.AnyAsync(a => a.PlanId == planId && a.Number == wanted && a.Id != activityId, cancellationToken)
            ? Failure.Invalid("Number", "action-plan.number-taken", $"The plan has another activity {wanted}.")
            : null;
    }

    public static async Task<ActivityText> TextAsync(IActivityForm form, Plan plan, IMediator mediator, CancellationToken cancellationToken)
    {
        var objectiveNumber = form.ObjectiveNumber?.Trim() ?? "";
        var objectives = plan.StrategyId is { } strategy && objectiveNumber.Length > 0 ? (await mediator.Send(new GetObjectives(strategy), cancellationToken)).Require() : [];
        var objective = objectives.FirstOrDefault(o => o.Number == objectiveNumber);
        return new ActivityText
        {
            Number = form.Number,
            Title = form.Title,
            ObjectiveNumber = objectiveNumber,
            Objective = form.Objective.IsEmpty && objective is not null ? objective.Statement : form.Objective,
            ObjectiveId = objective?.Id,
            Description = form.Description,
            CostAsWritten = form.CostAsWritten,
            FundingAsWritten = form.FundingAsWritten,
            IndicatorText = form.IndicatorText,
        };
    }

    /// <summary>The form as a line of the plan.</summary>
    public static async Task<Result<PlanLine>> LineAsync(IActivityForm form, Plan plan, IMediator mediator, CancellationToken cancellationToken)
    {
        var assignees = await AssigneesAsync(form, mediator, cancellationToken);
        if (!assignees.IsSuccess) return assignees.Failure;
        return PlanLine.Of(await TextAsync(form, plan, mediator, cancellationToken), form.DeadlineWords.Trim(), assignees.Value);
    }

    public static async Task<Result<IReadOnlyList<Assignee>>> AssigneesAsync(IActivityForm form, IMediator mediator, CancellationToken cancellationToken)
    {
        var lead = form.Lead?.Trim() ?? "";
        if (form.LeadInstitutionId is { } chosen)
        {
            var institutions = await mediator.InstitutionsAsync([chosen], cancellationToken);
            if (!institutions.TryGetValue(chosen, out var institution)) return Failure.Invalid("LeadInstitutionId", "action-plan.institution-unknown", "The register has no such institution.");
            if (lead.Length == 0) lead = institution.Name.In("ro");
        }

        var written = new[] { (Role: AssignmentRole.Lead, Name: lead) }
            .Concat(form.CoImplementers.Select(n => (Role: AssignmentRole.CoImplementer, Name: n.Trim()))).Concat(form.Partners.Select(n => (Role: AssignmentRole.Partner, Name: n.Trim())))
            .Where(a => a.Name.Length > 0).ToList();
        var matches = await mediator.Send(new MatchInstitutions([.. written.Select(a => a.Name).Distinct()]), cancellationToken);
        if (!matches.IsSuccess) return matches.Failure;

        var known = matches.Value.ToDictionary(m => m.Name, m => m.InstitutionId);
        return written.Select(a => new Assignee(a.Role, a.Name, a.Role == AssignmentRole.Lead && form.LeadInstitutionId is not null ? form.LeadInstitutionId : known.GetValueOrDefault(a.Name))).ToList();
    }
}
