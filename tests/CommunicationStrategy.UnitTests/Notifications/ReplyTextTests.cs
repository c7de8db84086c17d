// What is read out of a reply: the person's own words, and how far it is, in three languages.
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.UnitTests.Notifications;

internal sealed class ReplyTextTests
{
    [TestCase("60 %", 60)]
    [TestCase("Suntem la 45% acum.", 45)]
    [TestCase("75 la sută", 75)]
    [TestCase("выполнено на 30 %", 30)]
    [TestCase("About 20 percent.", 20)]
    [TestCase("Gata.", 100)]
    [TestCase("Activitatea este finalizată.", 100)]
    [TestCase("Мероприятие завершено.", 100)]
    [TestCase("It is done.", 100)]
    [TestCase("Nu este gata.", null)]
    [TestCase("Ещё не выполнено.", null)]
    [TestCase("Not done yet.", null)]
    [TestCase("Parțial realizată.", null)]
    [TestCase("Aproape gata, mai lipsește semnătura.", null)]
    [TestCase("Va fi gata vineri.", null)]
    [TestCase("It will be done soon.", null)]
    [TestCase("Почти готово.", null)]
    [TestCase("Lucrăm la asta.", null)]
    [TestCase("Costă 1250 % mai mult.", null)]
    [TestCase("150 %", null)]
    [TestCase("", null)]
    public void How_far_it_is(string text, int? percent) => Assert.That(ReplyText.Read(text).Percent, Is.EqualTo(percent));

    [TestCase("60 %\n\nOn Tue, 2 Jun 2026 at 12:00, Secretariat <s@example.org> wrote:\n> 100 %")]
    [TestCase("60 %\n\nPe mar., 2 iun. 2026 la 12:00, Secretariatul a scris:\n> 100 %")]
    [TestCase("60 %\n\nвт, 2 июн. 2026 г. в 12:00, Секретариат написал:\n> 100 %")]
    [TestCase("60 %\r\n\r\n-----Original Message-----\r\nFrom: x\r\n100 %")]
    [TestCase("60 %\n-- \nAna Rusu\ntel. 100 %")]
    [TestCase("> 100 %\n60 %")]
    [TestCase("60 %\n________________________________\nDe la: Secretariat")]
    public void Quotes_and_signatures_are_cut(string mail)
    {
        var said = ReplyText.Read(mail);
        Assert.That((said.Text, said.Percent), Is.EqualTo(("60 %", (int?)60)));
    }

    [TestCase("1.2: 60 %", "1.2", true)]
    [TestCase("1.2 gata", "1.2", true)]
    [TestCase("1.2", "1.2", true)]
    [TestCase("1.2. Ședința a avut loc", "1.2", true)]
    [TestCase("1.20: 60 %", "1.2", false)]
    [TestCase("1.2.3: 60 %", "1.2", false)]
    [TestCase("La 1.2 suntem departe", "1.2", false)]
    public void Which_duty_it_names(string text, string number, bool named) => Assert.That(ReplyText.Read(text).Names(number), Is.EqualTo(named));

    [Test]
    public void A_text_without_end_is_read_in_no_time() =>
        Assert.That(() => ReplyText.Read(string.Concat(Enumerable.Repeat("On On On Pe nu gata ", 500_000))), Throws.Nothing);
}
