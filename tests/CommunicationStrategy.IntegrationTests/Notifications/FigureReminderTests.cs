// Figures of indicators are asked from their owners like reports: announced, said through the link, called in when late, and then no more.
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Indicators;
using CommunicationStrategy.Notifications.Features.Escalations;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class FigureReminderTests(string provider) : ReminderWorld(provider)
{
    private const string Period = "2026-Q2";

    [Test]
    public async Task An_owner_is_asked_says_the_figure_by_the_link_and_is_asked_no_more()
    {
        var both = await Institutions("31.12.2026", "ana@example.org", "ion@example.org");
        var asked = await Indicator("I-1", both[0]);
        _ = await Indicator("I-2", both[0], p => p with { Frequency = Frequency.Yearly });
        _ = await Indicator("I-3", both[0], p => p with { Automatic = AutomaticSource.ReportsOnTime });
        _ = await Indicator("I-4", both[0], p => p with { NextAvailable = new DateOnly(2026, 12, 1) });
        _ = await Indicator("I-5", null);
        await Do(new OpenCollection(Plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 1));
        await Run();
        await Run();

        var mail = Server.Mails().Single(m => m.To.Mailboxes.Single().Address == "ana@example.org");
        Assert.That(mail.TextBody, Does.Contain("VALORI ALE INDICATORILOR DE PREZENTAT").And.Contain("I-1 Persoane informate (valoare pentru").And.Not.Match("I-[2345]"));
        Assert.That(Server.Mails().Single(m => m.To.Mailboxes.Single().Address == "ion@example.org").TextBody, Does.Not.Contain("I-1"));

        var mine = (await Get(new GetMyFigures(), Link(both[0]))).Single();
        Assert.That((mine.Code, mine.Period, mine.Said), Is.EqualTo(("I-1", Period, (SaidFigure?)null)));
        Assert.That(await Get(new GetMyFigures(), Link(both[1])), Is.Empty);
        var figure = new SetIndicatorValue(asked, Period, 120, null, "Registrul", "https://example.md/registru", null, [], 0);
        Assert.That((await App.Send(figure, Link(both[1]))).Failure!.Kind, Is.EqualTo(FailureKind.NotFound), "another institution's");
        await Do(figure, Link(both[0]));

        Assert.That((await Get(new GetMyFigures(), Link(both[0]))).Single().Said!.Value, Is.EqualTo(120));
        Assert.That(await Get(new GetOwedFigures(Today, new DateOnly(2026, 12, 31))), Is.Empty);
        App.Clock.Set(new DateOnly(2026, 7, 20));
        await Run();
        Assert.That(Server.Mails().Where(m => m.MessageId != mail.MessageId).Select(m => m.TextBody), Has.None.Contain("I-1"));
    }

    [Test]
    public async Task A_late_figure_is_called_in_but_asked_in_no_letter_and_more_time_is_more_time()
    {
        var both = await Institutions("31.12.2026", "ana@example.org", "ion@example.org");
        _ = await Indicator("I-1", both[0]);
        _ = await Indicator("I-2", both[1]);
        await Do(new OpenCollection(Plan, Period));
        await Do(new GrantReportingExtension(Plan, Period, both[1], new DateOnly(2026, 8, 28), "Datele vin în august"));
        App.Clock.Set(new DateOnly(2026, 8, 3));
        var owed = await Get(new GetOwedFigures(new DateOnly(2026, 8, 3), new DateOnly(2026, 12, 31)));
        Assert.That(owed.Select(o => (o.Code, o.EffectiveDue)), Is.EqualTo(new[] { ("I-1", new DateOnly(2026, 7, 15)), ("I-2", new DateOnly(2026, 8, 28)) }));

        await Run();
        var late = Server.Mails().Single(m => m.To.Mailboxes.Single().Address == "ana@example.org").TextBody!;
        Assert.That(late[late.IndexOf("TERMENE DEPĂȘITE", StringComparison.Ordinal)..], Does.Contain("I-1"));
        Assert.That((await Get(new ListLetters())).Due.Single(d => d.InstitutionId == both[0]).Duties, Is.EqualTo(1), "the report, not the figure");
    }

    private async Task<Guid> Indicator(string code, Guid? owner, Func<IndicatorPassport, IndicatorPassport>? with = null)
    {
        var passport = new IndicatorPassport { Name = LocalizedText.Of("ro", "Persoane informate"), Targets = [new IndicatorTarget("2026", 300)] };
        return await Get(new AddIndicator(Plan, code, "1", owner, with is null ? passport : with(passport)));
    }

    private static Caller Link(Guid institution) => new(CallerKind.Link, "link", null, institution, [Permission.ReportProgress]);
}
