// What a digest says and looks like, and what cannot be smuggled into it.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Web.Host.Mail;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using System.Security.Cryptography;

namespace CommunicationStrategy.UnitTests.Notifications;

internal sealed class DigestTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly MailboxAddress From = new("", "secretariat@example.org");

    [TestCase("ro", "1 termen depășit, 2 termene apropiate, 1 raport de prezentat", "peste 7 zile", "cu 3 zile întârziere", "raport pentru trimestrul 2 2026")]
    [TestCase("ru", "1 срок нарушен, 2 срока приближаются, 1 отчёт ожидается", "через 7 дней", "опоздание 3 дня", "отчёт за 2 квартал 2026 года")]
    [TestCase("en", "1 overdue, 2 due soon, 1 report owed", "in 7 days", "3 days late", "report for Q2 2026")]
    public void It_says_what_is_overdue_due_soon_and_to_be_reported(string language, string subject, string soon, string late, string report)
    {
        var digest = Write(language, [Duty("1.1", 7), Duty("1.2", 1), Duty("1.3", -3), Duty("1.4", 10) with { Kind = ObligationKind.ReportDue, Period = "2026-Q2" }]);
        Assert.That(digest.Subject, Does.EndWith(subject).And.Contain("01.06.2026"));
        foreach (var body in new[] { digest.Text, System.Net.WebUtility.HtmlDecode(digest.Html) }) Assert.That(body, Does.Contain(soon).And.Contain(late).And.Contain(report).And.Contain("08.06.2026"));
        Assert.That(digest.Text, Does.Contain("https://x.example/r/token"));
        Assert.That(digest.Html, Does.Contain($"<html lang=\"{language}\">").And.Contain("href=\"https://x.example/r/token\"").And.Not.Contain("<img").And.Not.Contain("<script"));
        Assert.That(digest.Text + digest.Html, Does.Not.Contain("[digest"), "no key without its text");
    }

    [Test]
    public void Five_hundred_duties_are_one_mail_of_less_than_100_kB()
    {
        var digest = Write("ru", [.. Enumerable.Range(0, 500).Select(i => Duty($"{i}", i % 30, "Очень длинное название мероприятия " + new string('я', 400)))]);
        Assert.That(digest.Text, Does.Contain("И ещё 450;"));
        using var message = MimeBuilder.Build(Mail(digest.Subject, digest.Text, digest.Html), From, null);
        Assert.That(Bytes(message), Has.Length.LessThan(100 * 1024));
    }

    [Test]
    public void What_is_new_is_named_with_its_next_date_and_asks_for_nothing()
    {
        var recurring = Guid.CreateVersion7();
        var digest = Write("en", [], owned: [Duty("2.1", 300), Duty("2.2", 200) with { ActivityId = recurring }, Duty("2.2", 100) with { ActivityId = recurring }, Duty("2.2", 290) with { ActivityId = recurring }]);
        Assert.That(digest.Subject, Does.EndWith("2 new activities"));
        Assert.That(digest.Text, Does.Contain("nothing to do now").And.Contain($"2.2 Titlu\n  due {Day.AddDays(100):dd.MM.yyyy}, and 2 further dates\n- 2.1").And.Not.Contain("overdue").And.Not.Contain("reply"));
    }

    [Test]
    public void Markup_in_titles_stays_text() =>
        Assert.That(Write("en", [Duty("1", 3, "<b>{link}</b> & <script>")]).Html, Does.Contain("&lt;b&gt;&#123;link}&lt;/b&gt; &amp; &lt;script&gt;"));

    [Test]
    public void Line_ends_in_names_and_subjects_add_no_header()
    {
        string[] ends = ["\r\n", "\n", "\r", "\r\n\r\n", "\u2028", "\u0085", "\v", "\f", "\0\r\n", "%0d%0a"];
        string[] texts = ["Bcc: victim@example.org", "Subject: other", "X-Injected: 1", "Content-Type: text/html", "To: a@b.example"];
        foreach (var payload in ends.SelectMany(e => texts.Select(t => $"Ion{e}{t}")))
        {
            var digest = Write("en", [Duty(payload, 3, payload)], payload);
            using var message = MimeBuilder.Build(Mail(payload, digest.Text, digest.Html) with { ToName = payload, Language = "en" + payload }, From, null);
            var sent = MimeMessage.Load(new MemoryStream(Bytes(message)));
            Assert.That(sent.Headers.Concat(sent.Body!.Headers).Select(h => h.Field), Is.EquivalentTo(new[] { "From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type" }).IgnoreCase, payload);
            Assert.That(sent.To.Mailboxes.Select(m => m.Address), Is.EqualTo(new[] { "ion@example.org" }));
            Assert.That(digest.Subject.Any(char.IsControl), Is.False);
        }
    }

    [TestCase("ion@example.org\r\nBcc: x@example.org")]
    [TestCase("ion@example.org, x@example.org")]
    [TestCase("Ion <ion@example.org>")]
    [TestCase("nobody")]
    [TestCase("")]
    public void What_is_not_one_plain_address_is_refused(string address) =>
        Assert.Throws<FormatException>(() => MimeBuilder.Build(Mail("s", "t", "h") with { ToEmail = address }, From, null).Dispose());

    [Test]
    public void It_says_that_a_program_wrote_it_and_has_text_and_html_in_its_language()
    {
        using var message = MimeBuilder.Build(Mail("Subiect ș", "text ț", "<p>html</p>"), From, null);
        var sent = MimeMessage.Load(new MemoryStream(Bytes(message)));
        Assert.That((sent.Headers["Auto-Submitted"], sent.Body?.Headers["Content-Language"], sent.MessageId, sent.Subject), Is.EqualTo(("auto-generated", "ro", "m@example.org", "Subiect ș")));
        Assert.That((sent.TextBody?.TrimEnd(), sent.HtmlBody?.TrimEnd()), Is.EqualTo(("text ț", "<p>html</p>")));
    }

    [Test]
    public async Task With_a_key_mails_are_signed_and_what_is_changed_on_the_way_is_found()
    {
        using var key = RSA.Create(2048);
        var file = Path.Combine(Path.GetTempPath(), $"dkim-{Guid.CreateVersion7():N}.pem");
        await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem());
        try
        {
            using var message = MimeBuilder.Build(Mail("Subiect ș", "text ț", "<p>html</p>") with { Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ReplyTo = "s+r.a@example.org" }, From, new DkimSettings("example.org", "cs1", file));
            var sent = MimeMessage.Load(new MemoryStream(Bytes(message)));
            var verifier = new DkimVerifier(new PublishedKey(key));
            Assert.That(await verifier.VerifyAsync(sent, sent.Headers[sent.Headers.IndexOf(HeaderId.DkimSignature)]), Is.True);
            sent.Subject = "Alt subiect";
            Assert.That(await verifier.VerifyAsync(sent, sent.Headers[sent.Headers.IndexOf(HeaderId.DkimSignature)]), Is.False);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class PublishedKey(RSA key) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            Assert.That((domain, selector), Is.EqualTo(("example.org", "cs1")));
            return GetPublicKey($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
        }

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }

    private static WrittenDigest Write(string language, IReadOnlyList<Obligation> duties, string name = "Ion Ceban", IReadOnlyList<Obligation>? owned = null) =>
        DigestWriter.Write(new DigestContent(language, name, "Ministerul", "Secretariatul", Day, duties, "https://x.example/r/token", Day.AddDays(60), Owned: owned, MayReply: true));

    private static Obligation Duty(string number, int daysLeft, string title = "Titlu") => new(
        $"activity:{number}", ObligationKind.ActivityDue, Guid.Empty, Guid.Empty, number, LocalizedText.Of("ro", title), Guid.Empty, Day.AddDays(daysLeft), Day.AddDays(daysLeft), null);

    private static MailMessage Mail(string subject, string text, string html) => new("m@example.org", "Ion", "ion@example.org", "ro", subject, text, html, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private static byte[] Bytes(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.ToArray();
    }
}
