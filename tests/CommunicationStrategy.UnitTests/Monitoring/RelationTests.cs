// What the evaluation makes of relations with institutions, reckoned by hand.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;

namespace CommunicationStrategy.UnitTests.Monitoring;

[TestFixture]
internal sealed class RelationTests
{
    private static readonly InstitutionInfo Interior = Sample.Institutions[Sample.Interior];
    private static readonly InstitutionInfo Health = Sample.Institutions[Sample.Health];
    private static readonly EngagementRating Low = new(2, 4, 0, EngagementLevel.Inform, EngagementLevel.Consult);
    private static readonly EngagementRating High = new(4, 4, 1, EngagementLevel.Consult, EngagementLevel.Consult);

    [TestCase(1, 1, Quadrant.Monitor)]
    [TestCase(3, 3, Quadrant.Monitor)]
    [TestCase(3, 4, Quadrant.KeepInformed)]
    [TestCase(4, 3, Quadrant.KeepSatisfied)]
    [TestCase(4, 4, Quadrant.ManageClosely)]
    public void The_grid_has_four_quarters(int power, int interest, Quadrant expected) => Assert.That((High with { Power = power, Interest = interest }).Quadrant, Is.EqualTo(expected));

    /// <summary>Two meetings and a call with two institutions; one of two rated moved up to where it should be; of three commitments one was kept, one is open past its day, one is open without a day and confidential.</summary>
    [TestCase("ro", "3 (ședință 2, apel 1)", "2, din care prima dată: 1", "de ținut la curent (2/4)", "de gestionat îndeaproape (4/4)", "depășit", "confidențial")]
    [TestCase("ru", "3 (встреча 2, звонок 1)", "2, из них впервые: 1", "держать в курсе (2/4)", "тесно взаимодействовать (4/4)", "просрочено", "конфиденциально")]
    [TestCase("en", "3 (meeting 2, call 1)", "2, of these for the first time: 1", "keep informed (2/4)", "manage closely (4/4)", "overdue", "confidential")]
    public void The_report_says_who_moved_what_was_held_and_what_is_owed(string language, string held, string rated, string before, string now, string overdue, string confidential)
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), Evaluate(), Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        var section = EvaluationReport.Of(evaluation, language, "Secretariatul", TimeZoneInfo.Utc).Sections.Single(s => s.Key == "reporting");
        var tables = section.Tables.ToDictionary(t => t.Key);
        Assert.Multiple(() =>
        {
            Assert.That(section.Paragraphs, Has.Some.Contains(held).And.Some.Contains(rated).And.Some.Matches(@"\D1\D+0\D+1\.$").And.Some.Matches(@"2\D+1\D+2\D+1\.$"));
            Assert.That(tables["ENGAGEMENT"].Rows.Select(r => (r[1].Value, r[2].Value)), Is.EqualTo(new[] { ((object?)before, (object?)now), (null, before) }), "who moved stands first");
            Assert.That(tables["COMMITMENTS"].Rows.Select(r => (r[0].Note, r[2].Value)), Is.EqualTo(new[] { ((string?)overdue, (object?)"Lista"), (null, confidential) }));
        });
    }

    [Test]
    public void A_year_compares_its_first_day_with_its_last_and_counts_a_commitment_once()
    {
        var first = Evaluate();
        var second = first.WithRelations(new Relations(
            [new(Interior, High, Low)], [new InteractionEntry(Sample.Day(9, 1), InteractionKind.Visit, [Health])], [new CommitmentEntry(Sample.Day(8, 1), InteractionKind.Meeting, "Lista", Interior, Sample.Day(8, 20), Sample.Day(9, 30))]));
        var year = first.WithRelations([first, second]);
        Assert.That(year.Engagements!.Select(e => (e.Before, e.Now)), Is.EqualTo(new[] { ((EngagementRating?)Low, Low) }));
        Assert.That((year.Interactions!.Count, year.Commitments!.Count, year.Commitments!.Count(c => c.DoneOn is null)), Is.EqualTo((4, 3, 1)));
        Assert.That(first.WithRelations([first, second with { Engagements = null }]).Interactions, Is.Null, "a year of the others would be no year");
    }

    private static EvaluationSnapshot Evaluate() => QuarterEvaluator.Evaluate(Sample.Input() with
    {
        Relations = new Relations(
            [new(Health, null, Low), new(Interior, Low, High)],
            [new(Sample.Day(8, 1), InteractionKind.Meeting, [Interior]), new(Sample.Day(8, 2), InteractionKind.Call, [Health, Interior]), new(Sample.Day(8, 3), InteractionKind.Meeting, [Health])],
            [
                new(Sample.Day(8, 1), InteractionKind.Meeting, "Lista", Interior, Sample.Day(8, 20), null), new(Sample.Day(6, 1), InteractionKind.Letter, "Din vară", null, null, Sample.Day(8, 5)),
                new(Sample.Day(8, 2), InteractionKind.Call, null, null, null, null),
            ]),
    });
}
