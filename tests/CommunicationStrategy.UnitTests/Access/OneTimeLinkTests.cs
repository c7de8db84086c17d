// A link works once, for a day or a week, and what is stored does not open it.
using CommunicationStrategy.Access.Domain;
using System.Buffers.Text;

namespace CommunicationStrategy.UnitTests.Access;

public sealed class OneTimeLinkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_token_has_256_bits_and_only_its_hash_is_kept()
    {
        var (link, token) = OneTimeLink.SetUp(Now);
        Assert.Multiple(() =>
        {
            Assert.That(Base64Url.DecodeFromChars(token), Has.Length.EqualTo(32));
            Assert.That(link.TokenHash, Is.EqualTo(OneTimeLink.Hash(token)).And.Length.EqualTo(64));
            Assert.That(link.TokenHash, Does.Not.Contain(token));
            Assert.That(OneTimeLink.SetUp(Now).Token, Is.Not.EqualTo(token));
        });
    }

    [Test]
    public void The_hash_is_plain_SHA_256() =>
        Assert.That(OneTimeLink.Hash("abc"), Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    [Test]
    public void It_works_once()
    {
        var (link, _) = OneTimeLink.SetUp(Now);
        Assert.Multiple(() =>
        {
            Assert.That(link.Use(Now.AddHours(23)).IsSuccess);
            Assert.That(link.Use(Now.AddHours(23)).Failure!.Code, Is.EqualTo("access.link-used"));
        });
    }

    [Test]
    public void It_ends_with_its_time_and_when_replaced()
    {
        var (late, _) = OneTimeLink.SetUp(Now);
        var (older, _) = OneTimeLink.Invite(Guid.CreateVersion7(), Now);
        older.Replace(Now.AddDays(1));
        Assert.Multiple(() =>
        {
            Assert.That(late.Use(Now.AddHours(24)).Failure!.Code, Is.EqualTo("access.link-expired"));
            Assert.That(older.Use(Now.AddDays(2)).Failure!.Code, Is.EqualTo("access.link-replaced"));
            Assert.That(OneTimeLink.Invite(Guid.CreateVersion7(), Now).Link.StateAt(Now.AddDays(6)), Is.EqualTo(OneTimeLinkState.Open));
            Assert.That(OneTimeLink.Invite(Guid.CreateVersion7(), Now).Link.StateAt(Now.AddDays(7)), Is.EqualTo(OneTimeLinkState.Expired));
        });
    }
}
