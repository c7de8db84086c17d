// Which roles go together, and what ends a person's sessions.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.UnitTests.Access;

public sealed class PersonTests
{
    [Test]
    public void A_focal_point_needs_an_institution_and_has_no_other_role()
    {
        var person = new Person("Ana Rusu", "ana@example.org", "ro");
        Assert.Multiple(() =>
        {
            Assert.That(person.Assign([Role.FocalPoint], null).Failure!.Fields.Single().Code, Is.EqualTo("access.institution-required"));
            Assert.That(person.Assign([Role.FocalPoint, Role.Officer], Guid.CreateVersion7()).Failure!.Fields.Single().Code, Is.EqualTo("access.focal-point-alone"));
            Assert.That(person.Assign([], null).Failure!.Fields.Single().Code, Is.EqualTo("access.role-required"));
            Assert.That(person.Roles, Is.Empty);
            Assert.That(person.Assign([Role.FocalPoint], Guid.CreateVersion7()).IsSuccess);
            Assert.That(person.Roles, Is.EqualTo([Role.FocalPoint]));
        });
    }

    [Test]
    public void Roles_are_kept_in_one_column()
    {
        var person = new Person("Ana Rusu", "ana@example.org", "ro");
        Assert.That(person.Assign([Role.Officer, Role.Head, Role.Officer], null).IsSuccess);
        Assert.Multiple(() =>
        {
            Assert.That(person.RoleNames, Is.EqualTo(",Head,Officer,"));
            Assert.That(Person.ReadRoles(person.RoleNames), Is.EqualTo([Role.Head, Role.Officer]));
        });
    }

    [Test]
    public void Closing_an_account_ends_its_sessions_and_opening_it_does_not_bring_them_back()
    {
        var person = new Person("Ana Rusu", "ana@example.org", "ro");
        var before = person.SecurityStamp;
        person.SetDisabled(true);
        var closed = person.SecurityStamp;
        person.SetDisabled(false);
        Assert.Multiple(() =>
        {
            Assert.That(closed, Is.Not.EqualTo(before));
            Assert.That(person.SecurityStamp, Is.EqualTo(closed));
        });
    }
}
