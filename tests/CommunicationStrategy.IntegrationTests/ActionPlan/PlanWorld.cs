// A plan in force with two institutions, for the tests of this folder; the day is 1 June 2026.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Versions;
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
        await PutInForce(plan);
        return plan;
    }

    /// <summary>A real plan of 91 measures (tests/data/README.md), as a draft.</summary>
    protected async Task<Guid> ImportedPlanA()
    {
        var plan = await Get(new CreatePlan("SAP", LocalizedText.Of("ro", "Programul"), new DateOnly(2023, 3, 1), new DateOnly(2025, 12, 31)));
        var import = await Get(new UploadPlanFile(plan, "actionplan-A.csv", await File.ReadAllBytesAsync(DataFile("actionplan-A.csv")), "en"));
        await Do(new MapImportColumns(import, [.. (await Get(new GetImport(import))).Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        await Do(new StartImport(import));
        await Do(new CommitImport(import));
        return plan;
    }

    protected static string DataFile(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>Handed in, approved and put in force, by the system.</summary>
    protected async Task PutInForce(Guid plan)
    {
        var version = (await Get(new GetPlan(plan))).Version;
        await Do(new SubmitPlan(plan, version));
        await Do(new ApprovePlan(plan, "HG nr. 1/2026", version + 1));
        await Do(new PutPlanInForce(plan, version + 2));
    }

    /// <summary>An activity of a plan; in a plan in force an amendment of its own brings it.</summary>
    protected async Task<Guid> Activity(Guid plan, string number = "1.1", string deadline = "30.06.2026", string lead = "MAI", string title = "Clubul de presă", params string[] partners)
    {
        var (name, objective) = (LocalizedText.Of("ro", title), LocalizedText.Of("ro", $"Obiectivul {number[..1]}"));
        if ((await Get(new GetPlan(plan))).Status != PlanStatus.InForce)
            return await Get(new AddActivity(plan, number, name, number[..1], objective, deadline, "12,5", "Bugetul de stat", "Numărul de ședințe", null, lead, null, ["ANAS"], partners));

        await Amend(plan, () => Get(new ProposeAddition(plan, number, name, number[..1], objective, deadline, "12,5", "Bugetul de stat", "Numărul de ședințe", null, lead, null, ["ANAS"], partners)));
        return (await Get(new ListActivities(plan, Size: Paging.MaxSize))).Items.Single(a => a.Number == number).Id;
    }

    /// <summary>An amendment with these proposals, in force from this day on, or from the day after the present version's.</summary>
    protected async Task<Guid> Amend(Guid plan, Func<Task> propose, DateOnly? from = null)
    {
        var last = (await Get(new ListPlanVersions(plan))).Versions[0];
        var amendment = await Get(new StartAmendment(plan, $"HG nr. {last.Number + 1}/2026", "Se completează.", from ?? last.InForceFrom.AddDays(1)));
        await propose();
        var version = (await Get(new GetAmendment(amendment))).Version;
        await Do(new SubmitAmendment(amendment, version));
        await Do(new ApproveAmendment(amendment, version + 1));
        await Do(new PutAmendmentInForce(amendment, version + 2));
        return amendment;
    }

    protected async Task<ActivityDetails> One(Guid activity) => await Get(new GetActivity(activity));

    protected async Task<ActivityState> State(Guid activity) => (await One(activity)).State;
}
