// Relations with institutions through their pages: rated, entered, refused with what was typed kept, kept, put aside, exported.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Features.Engagement;
using CommunicationStrategy.Stakeholders.Features.Interactions;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <summary>On one database only: what is stored is asked of both by RelationTests.</summary>
[TestFixture]
public sealed class RelationPagesTests() : WebWorld("Sqlite")
{
    [Test]
    public async Task An_institution_is_rated_through_its_form()
    {
        var officer = await SignedIn(Role.Officer);
        var page = $"/institutions/{Ministry}/engagement";
        (string Name, string Value)[] fields = [("Input.Power", "5"), ("Input.Interest", "4"), ("Input.Stance", "-1"), ("Input.Current", "Consult"), ("Input.Desired", "Involve"), ("Input.NextStep", "Se convine calendarul"), ("Input.ReviewOn", "2026-05-01")];
        Assert.That((await officer.Submit(page, "engagement", [.. fields.Where(f => f.Name != "Input.Power"), ("Input.Power", "9")])).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit(page, "engagement", fields)).Location, Does.EndWith($"/institutions/{Ministry}"));
        Assert.That((await Get(new GetEngagement(Ministry))).Facts!.Rating, Is.EqualTo(new EngagementRating(5, 4, -1, EngagementLevel.Consult, EngagementLevel.Involve)));
        Assert.That((await officer.Submit(page, "engagement", [.. fields, ("Input.Version", "0")])).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed), "somebody was quicker");
        Assert.That((await officer.Open("/institutions/engagement")).Html, Does.Contain("MAI").And.Contain("Se convine calendarul").And.Contain("de revizuit"));
        Assert.That((await officer.Open($"/institutions/{Ministry}")).Html, Does.Contain("de gestionat îndeaproape"));
        Assert.That((await (await SignedIn(Role.Auditor)).Open(page)).Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Found), "who only looks rates nobody");
    }

    [Test]
    public async Task A_meeting_is_entered_its_commitment_kept_and_the_entry_put_aside()
    {
        var officer = await SignedIn(Role.Officer);
        (string Name, string Value)[] fields =
        [
            ("Input.HeldOn", "2026-05-20"), ("Input.Kind", "Meeting"), ("Input.Subject", "Campania din licee"), ("Input.Outcome", "S-a convenit"), ("Input.Institutions", Ministry.ToString()), ("Input.Confidential", "true"),
            ("Input.Commitments[0].Text", "Lista liceelor"), ("Input.Commitments[0].InstitutionId", Agency.ToString()), ("Input.Commitments[0].DueOn", "2026-05-25"), ("Input.Commitments[1].Text", ""),
        ];
        var refused = await officer.Submit("/institutions/interactions/new", "interaction", [.. fields[..^1], ("Input.Commitments[1].DueOn", "2026-07-01")]);
        Assert.That((refused.Status, refused.Html.Contains("Lista liceelor", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)), "a day without words; what was typed stays");
        var entered = await officer.Submit("/institutions/interactions/new", "interaction", fields);
        var stored = (await Get(new ListInteractions())).Items.Single();
        Assert.That(entered.Location, Does.EndWith($"/institutions/interactions/{stored.Id}"));
        Assert.That((stored.Facts.Confidential, stored.Facts.Commitments.Single().InstitutionId), Is.EqualTo((true, (Guid?)Agency)));
        Assert.That((await officer.Open($"/institutions/interactions/{stored.Id}")).Html, Does.Contain("S-a convenit").And.Contain("ANAS"));
        Assert.That((await (await SignedIn(Role.Auditor)).Open($"/institutions/interactions/{stored.Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound), "confidential");

        var commitment = stored.Facts.Commitments.Single().Id!.Value;
        Assert.That((await officer.Open("/institutions/commitments")).Html, Does.Contain("Lista liceelor").And.Contain("depășit"));
        Assert.That((await officer.Submit("/institutions/commitments", $"settle-{commitment}")).Location, Does.EndWith("/institutions/commitments"));
        Assert.That((await Get(new GetInteraction(stored.Id))).Facts.Commitments.Single().DoneOn, Is.EqualTo(Today));
        Assert.That((await officer.Submit("/institutions/commitments?kept=true", $"settle-{commitment}")).Location, Does.EndWith("/institutions/commitments"));
        Assert.That((await Get(new ListCommitments())).Total, Is.EqualTo(1), "open again");

        var id = ("Input.Commitments[0].Id", commitment.ToString());
        Assert.That((await officer.Submit($"/institutions/interactions/{stored.Id}/edit", "interaction", [.. fields.Where(f => f.Name is not ("Input.Subject" or "Input.Confidential")), id, ("Input.Subject", "Campania din școli")])).Location, Does.EndWith($"/institutions/interactions/{stored.Id}"));
        Assert.That((await officer.Submit($"/institutions/interactions/{stored.Id}/edit", "interaction", [.. fields, id, ("Input.Version", "1")])).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var csv = (await officer.Open("/institutions/interactions/export?format=csv&q=scoli")).Html;
        Assert.That(csv, Does.Contain("Campania din școli").And.Contain("MAI"));
        Assert.That((await officer.Submit($"/institutions/interactions/{stored.Id}", "archive")).Location, Does.EndWith("/institutions/interactions"));
        Assert.That((await officer.Open("/institutions/interactions")).Html, Does.Not.Contain($"/institutions/interactions/{stored.Id}"));
    }
}
