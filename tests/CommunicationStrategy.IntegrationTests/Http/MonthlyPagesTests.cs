// A monthly plan through its pages: chosen in its form, opened and closed by months, shown on the way of its quarter.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <summary>On one database only: what is stored is asked of both by MonthlyTests.</summary>
[TestFixture]
public sealed class MonthlyPagesTests() : WebWorld("Sqlite")
{
    [Test]
    public async Task Months_are_opened_and_closed_on_the_plans_page_and_make_the_quarter()
    {
        var officer = await SignedIn(Role.Officer);
        var plan = await DraftPlan();
        Assert.That((await officer.Submit($"/plans/{plan}/edit", "edit", ("Input.Code", "PA-1"), ("Input.Title[ro]", "Planul"), ("Input.Start", "2026-01-01"), ("Input.End", "2027-12-31"), ("Input.Currency", "MDL"), ("Input.ReportDays", "5"), ("Input.ReviewDays", "15"), ("Input.OpensItself", "true"), ("Input.Frequency", "Monthly"))).Location, Does.EndWith($"/plans/{plan}"));
        Assert.That((await Get(new GetPlan(plan))).Frequency, Is.EqualTo(ReportingFrequency.Monthly));
        await Activity(plan, "1.1", "20.11.2026");
        await PutInForce(plan);

        Assert.That((await officer.Open($"/plans/{plan}")).Html, Does.Contain("se colectează lunar").And.Contain("mai 2026").And.Contain("value=\"2026-06\"").And.Not.Contain("value=\"2026-07\""));
        Assert.That((await officer.Submit($"/plans/{plan}", "open", ("Input.Period", "2026-05"))).Location, Does.EndWith($"/plans/{plan}"));
        var quarter = (await officer.Open($"/evaluations/quarter?plan={plan}&period=2026-Q2")).Html;
        Assert.That(quarter, Does.Contain("mai 2026").And.Contain("deschis").And.Contain($"/plans/{plan}").And.Not.Contain("close-2026"));
        Assert.That((await officer.Open($"/reports/expected?plan={plan}&quarter=2026-05")).Html, Does.Contain("mai 2026").And.Contain("Clubul de presă"));
        Assert.That((await officer.Submit($"/plans/{plan}", "close-2026-05")).Status, Is.EqualTo(HttpStatusCode.Found).Or.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await Get(new ListPeriods(plan))).Single().State, Is.EqualTo(PeriodState.Closed));
        Assert.That((await officer.Open($"/evaluations/quarter?plan={plan}&period=2026-Q2")).Html, Does.Contain("închis"));
    }
}
