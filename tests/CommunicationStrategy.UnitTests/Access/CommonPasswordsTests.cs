// Passwords that others would try first are refused, whatever they are dressed up with; passphrases are not.
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.UnitTests.Access;

public sealed class CommonPasswordsTests
{
    [TestCase("Password2026!")]
    [TestCase("P@ssw0rd1234")]
    [TestCase("parolaparola")]
    [TestCase("ParolaMea2026")]
    [TestCase("Schimbă-mă2026")]
    [TestCase("йцукенгшщзхъ")]
    [TestCase("Пароль123456")]
    [TestCase("qwertyuiop123")]
    [TestCase("123456789012")]
    [TestCase("aaaaaaaaaaaa")]
    [TestCase("abcabcabcabc")]
    [TestCase("abcdefghijkl")]
    [TestCase("administrator1")]
    [TestCase("admin-parola1")]
    [TestCase("Republica Moldova 1")]
    [TestCase("!!!!!!!!!!!!")]
    [TestCase("            ")]
    public void Common(string password) => Assert.That(CommonPasswords.Contains(password));

    [TestCase("corectă capsă baterie cal")]
    [TestCase("trei gâște pe Bîc seara")]
    [TestCase("vK8-ruta-troleibuz-22")]
    [TestCase("семь кошек на заборе")]
    [TestCase("x9$Lm2!qTz7&")]
    public void Not_common(string password) => Assert.That(CommonPasswords.Contains(password), Is.False);

    [TestCase("ana.rusu2026", true)]
    [TestCase("RusuAna-2026!", true)]
    [TestCase("rusu pe dealul verde", false)]
    public void About_oneself(string password, bool about) =>
        Assert.That(CommonPasswords.IsAbout(password, ["Ana-Maria Rusu", "ana.rusu@example.org"]), Is.EqualTo(about));
}
