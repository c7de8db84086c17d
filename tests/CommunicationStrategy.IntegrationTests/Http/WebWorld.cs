// What tests over HTTP start from: a plan in force, and people of any role at their browsers.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.Http;

public abstract class WebWorld(string provider) : PlanWorld(provider)
{
    protected const string Password = "trei gâște pe Bîc seara";
    protected const string Period = "2026-Q2";

    protected Browser Stranger() => new(App.Client());

    /// <summary>A person with these roles, signed in; a focal point is the ministry's.</summary>
    protected async Task<Browser> SignedIn(params Role[] roles)
    {
        var browser = Stranger();
        await browser.SignIn(await Person(roles), Password);
        return browser;
    }

    /// <summary>The e-mail address of a person with these roles.</summary>
    protected async Task<string> Person(params Role[] roles)
    {
        var email = $"p{Guid.CreateVersion7():N}@example.org";
        var invited = await Get(new InvitePerson(email, "Ana Rusu", roles, roles.Contains(Role.FocalPoint) ? Ministry : null, "ro"));
        await Get(new AcceptInvitation(invited.Path[(invited.Path.LastIndexOf('/') + 1)..], "Ana Rusu", Password, "ro"), Caller.Anonymous);
        return email;
    }

    /// <summary>The evaluation of a quarter with one activity.</summary>
    protected async Task<Guid> EvaluatedQuarter()
    {
        var plan = await PlanInForce();
        await Activity(plan);
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        return await Get(new ComputeEvaluation(plan, Period));
    }
}
