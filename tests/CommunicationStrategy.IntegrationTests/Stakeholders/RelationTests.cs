// Relations with institutions on real databases: ratings and their history, what was held, what was promised, who may see it.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Engagement;
using CommunicationStrategy.Stakeholders.Features.Interactions;

namespace CommunicationStrategy.IntegrationTests.Stakeholders;

[TestFixtureSource(typeof(Providers))]
public sealed class RelationTests(string provider) : PlanWorld(provider)
{
    private static readonly DateOnly Day = Today;
    private static readonly EngagementRating Low = new(2, 2, 0, EngagementLevel.Inform, EngagementLevel.Consult);
    private static readonly EngagementRating High = new(5, 4, 1, EngagementLevel.Involve, EngagementLevel.Collaborate);
    private static readonly Caller Reader = new(CallerKind.Person, "Auditor", Guid.CreateVersion7(), null, [Permission.ViewStakeholders]);

    [Test]
    public async Task A_rating_is_kept_with_its_day_and_the_same_day_is_rated_once()
    {
        Assert.That((await Get(new GetEngagement(Ministry))).Facts, Is.Null);
        await Do(new SetEngagement(Ministry, new EngagementFacts(Low, Owner: "Ofițer"), 0));
        await Do(new SetEngagement(Ministry, new EngagementFacts(Low with { Power = 3 }, Owner: "Ofițer"), 1));
        App.Clock.Set(Day.AddDays(30));
        await Do(new SetEngagement(Ministry, new EngagementFacts(High, NextStep: "Se convine calendarul"), 2));
        App.Clock.Set(Day.AddDays(40));
        await Do(new SetEngagement(Ministry, new EngagementFacts(High, NextStep: "Se semnează acordul"), 3));

        var details = await Get(new GetEngagement(Ministry));
        Assert.That(details.History.Select(h => (h.On, h.Rating.Power, h.Rating.Quadrant)), Is.EqualTo(new[] { (Day.AddDays(30), 5, Quadrant.ManageClosely), (Day, 3, Quadrant.Monitor) }), "what is rated the same again is no new rating");
        Assert.That((details.Facts!.NextStep, details.Facts.Owner, details.Version), Is.EqualTo(("Se semnează acordul", (string?)null, 4)));
        var row = (await Get(new ListEngagements())).Single();
        Assert.That((row.Institution.Id, row.Rating, row.Before, row.RatedOn), Is.EqualTo((Ministry, High, Low with { Power = 3 }, Day.AddDays(30))));

        Assert.That((await App.Send(new SetEngagement(Ministry, new EngagementFacts(High), 3))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await App.Send(new SetEngagement(Ministry, new EngagementFacts(High with { Power = 6, Stance = -3 }), 4))).Failure?.Fields.Select(f => f.Field), Is.EqualTo(new[] { "Power", "Stance" }));
        Assert.That((await App.Send(new SetEngagement(Guid.CreateVersion7(), new EngagementFacts(High), 0))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task A_meeting_carries_commitments_that_are_kept_changed_and_taken_away()
    {
        var held = new InteractionFacts(Day.AddDays(-3), InteractionKind.Meeting, "Campania din licee", [Ministry], "doi specialiști", "S-a convenit")
        {
            Commitments = [new(null, "Lista liceelor", Ministry, Day.AddDays(-1)), new(null, "Machetele", null, Day.AddDays(10)), new(null, " ")],
        };
        var id = await Get(new LogInteraction(held));
        var stored = await Get(new GetInteraction(id));
        Assert.That(stored.Facts.Commitments.Select(c => (c.Text, c.InstitutionId)), Is.EqualTo(new[] { ((string?)"Lista liceelor", (Guid?)Ministry), ("Machetele", null) }), "a blank line is none");
        Assert.That((await Get(new ListInteractions("liceelor campania", Ministry, InteractionKind.Meeting, Day.AddDays(-5), Day))).Items.Single() is { Open: 2 });
        Assert.That((await Get(new ListInteractions(Kind: InteractionKind.Call))).Total, Is.Zero);
        Assert.That((await Get(new ListCommitments())).Items.Select(c => (c.Text, c.IsOverdue)), Is.EqualTo(new[] { ("Lista liceelor", true), ("Machetele", false) }));

        var list = stored.Facts.Commitments[0].Id!.Value;
        Assert.That((await App.Send(new SettleCommitment(id, list, Day.AddDays(-4), 1))).Failure?.Fields.Single().Code, Is.EqualTo("stakeholders.done-before"));
        Assert.That((await App.Send(new SettleCommitment(id, list, Day.AddDays(1), 1))).Failure?.Fields.Single().Code, Is.EqualTo("stakeholders.future-day"));
        await Do(new SettleCommitment(id, list, Day, 1));
        Assert.That((await Get(new ListCommitments(Kept: true, InstitutionId: Ministry))).Items.Single().DoneOn, Is.EqualTo(Day));
        await Do(new SettleCommitment(id, list, null, 2));

        stored = await Get(new GetInteraction(id));
        await Do(new EditInteraction(id, stored.Facts with { Subject = "Campania din școli", Institutions = [Agency], Commitments = [stored.Facts.Commitments[1] with { Text = "" }, new(null, "Bugetul")] }, 3));
        stored = await Get(new GetInteraction(id));
        Assert.That((stored.Facts.Subject, stored.Institutions.Single().Id, string.Join('|', stored.Facts.Commitments.Select(c => c.Text))), Is.EqualTo(("Campania din școli", Agency, "Lista liceelor|Bugetul")), "left out stays, blank goes");

        Assert.That((await App.Send(new EditInteraction(id, stored.Facts, 3))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await App.Send(new LogInteraction(held with { Institutions = [Guid.CreateVersion7()] }))).Failure?.Fields.Single().Code, Is.EqualTo("stakeholders.institution-unknown"));
        Assert.That((await App.Send(new LogInteraction(held with { Institutions = [], HeldOn = Day.AddDays(1), Subject = "", Commitments = [new(null, null, DueOn: Day)] }))).Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "HeldOn", "Subject", "Institutions", "Commitments[0].Text" }));
        Assert.That((await App.Send(new LogInteraction(held with { Commitments = [new(null, "Întâi"), new(null, "Apoi", DoneOn: Day.AddDays(-9))] }))).Failure?.Fields.Single().Field, Is.EqualTo("Commitments[1].DoneOn"), "the line is named");
        await Do(new ArchiveInteraction(id, true, 4));
        Assert.That(((await Get(new ListInteractions())).Total, (await Get(new ListInteractions(Archived: true))).Total, (await Get(new ListCommitments())).Total), Is.EqualTo((0, 1, 0)));
        Assert.That((await App.Send(new ArchiveInteraction(id, true, 5))).Failure?.Code, Is.EqualTo("stakeholders.already-so"));
    }

    [Test]
    public async Task What_is_confidential_is_seen_by_those_who_keep_the_register_and_not_quoted()
    {
        var id = await Get(new LogInteraction(new InteractionFacts(Day, InteractionKind.Call, "Plângerea", [Ministry], Confidential: true) { Commitments = [new(null, "Se verifică", null)] }));
        Assert.That(((await App.Send(new ListInteractions(), Reader)).Value?.Total, (await App.Send(new ListCommitments(), Reader)).Value?.Total, (await App.Send(new GetInteraction(id), Reader)).Failure?.Kind), Is.EqualTo(((int?)0, (int?)0, (FailureKind?)FailureKind.NotFound)));
        Assert.That((await Get(new ListInteractions())).Total, Is.EqualTo(1));
        var relations = await Get(new GetRelations(Day, Day));
        Assert.That((relations.Interactions.Single().Kind, relations.Commitments.Single().Text), Is.EqualTo((InteractionKind.Call, (string?)null)));
    }

    [Test]
    public async Task The_evaluation_sees_relations_as_they_stood_at_the_end_of_its_days()
    {
        await Do(new SetEngagement(Ministry, new EngagementFacts(Low), 0));
        await Get(new LogInteraction(new InteractionFacts(Day, InteractionKind.Letter, "Înainte", [Agency]) { Commitments = [new(null, "Păstrat înainte", null, null, Day), new(null, "Rămas deschis", Agency)] }));
        App.Clock.Set(Day.AddDays(20));
        await Do(new SetEngagement(Ministry, new EngagementFacts(High), 1));
        await Do(new SetEngagement(Agency, new EngagementFacts(Low), 0));
        var during = await Get(new LogInteraction(new InteractionFacts(Day.AddDays(15), InteractionKind.Meeting, "În timp", [Ministry, Agency]) { Commitments = [new(null, "Făcut după", Ministry)] }));
        App.Clock.Set(Day.AddDays(60));
        await Do(new SetEngagement(Ministry, new EngagementFacts(Low), 2));
        await Do(new SettleCommitment(during, (await Get(new GetInteraction(during))).Facts.Commitments[0].Id!.Value, Day.AddDays(60), 1));

        var relations = await Get(new GetRelations(Day.AddDays(10), Day.AddDays(30)));
        Assert.That(relations.Engagements.Select(e => (e.Institution.Id, e.Before, e.Now)), Is.EqualTo(new[] { (Agency, (EngagementRating?)null, Low), (Ministry, Low, High) }));
        Assert.That(relations.Interactions.Select(i => (i.Kind, i.Institutions.Count)), Is.EqualTo(new[] { (InteractionKind.Meeting, 2) }));
        Assert.That(relations.Commitments.Select(c => (c.Text, c.DoneOn)), Is.EqualTo(new[] { ((string?)"Rămas deschis", (DateOnly?)null), ("Făcut după", null) }));
        Assert.That((await Get(new GetRelations(Day.AddDays(-9), Day.AddDays(-1)))) is { Engagements.Count: 0, Interactions.Count: 0, Commitments.Count: 0 });
    }
}
