// A plan in force with two institutions, for the tests of this folder; the day is 1 June 2026.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

public abstract class PlanWorld(string provider) : DatabaseTest(provider)
{
    protected static readonly DateOnly Today = new(2026, 6, 1);

    protected Guid Ministry { get; private set; }
    protected Guid Agency { get; private set; }

    /// <summary>The ministry's focal point, or whoever follows the link in its mail.</summary>
    protected Caller MinistryLink => Link(Ministry);
    protected Caller AgencyLink => Link(Agency);

    [SetUp]
    public async Task Register()
    {
        App.Clock.Set(Today);
        Ministry = await Get(new AddInstitution(LocalizedText.Of("Ministerul Afacerilor Interne", "Министерство внутренних дел", "Ministry of Internal Affairs"), LocalizedText.Of("MAI", "МВД", "MIA"), InstitutionType.CentralAuthority));
        Agency = await Get(new AddInstitution(LocalizedText.Of("ro", "Agenția Națională Asistență Socială"), LocalizedText.Of("ro", "ANAS"), InstitutionType.CentralAuthority));
    }

    protected static Caller Link(Guid institution) => new(CallerKind.Link, "link", null, institution, [Permission.ReportProgress, Permission.ViewActionPlan]);

    protected Task<Guid> DraftPlan(string number = "PA-1") =>
        Get(new CreatePlan(number, LocalizedText.Of("Planul de acțiuni", "План действий", "Action plan"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)));

    protected async Task<Guid> PlanInForce(string number = "PA-1")
    {
        var plan = await DraftPlan(number);
        await Do(new PutPlanInForce(plan, 1));
        return plan;
    }

    protected Task<Guid> Activity(Guid plan, string number = "1.1", string deadline = "30.06.2026", string lead = "MAI", string title = "Clubul de presă", params string[] partners) =>
        Get(new AddActivity(plan, number, LocalizedText.Of("ro", title), number[..1], LocalizedText.Of("ro", $"Obiectivul {number[..1]}"), deadline, "12,5", "Bugetul de stat", "Numărul de ședințe", null, lead, null, ["ANAS"], partners));

    protected async Task<ActivityDetails> One(Guid activity) => await Get(new GetActivity(activity));

    protected async Task<ActivityState> State(Guid activity) => (await One(activity)).State;
}
