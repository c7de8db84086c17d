// Addresses keep their other parts when one changes, and nobody is led away from this site.
using CommunicationStrategy.Web.Components;

namespace CommunicationStrategy.UnitTests.Pages;

public sealed class AddressesTests
{
    private const string Here = "https://office.example/plan?q=%C8%99coal%C4%83&state=Planned&state=Completed&sort=due&page=3";

    [Test]
    public void One_part_changes_and_the_others_stay() =>
        Assert.That(Addresses.With(Here, ("page", "4")), Is.EqualTo("/plan?q=%C8%99coal%C4%83&state=Planned&state=Completed&sort=due&page=4"));

    [Test]
    public void A_part_is_taken_away() =>
        Assert.That(Addresses.With(Here, "/plan/export", ("page", null), ("format", "csv")), Is.EqualTo("/plan/export?q=%C8%99coal%C4%83&state=Planned&state=Completed&sort=due&format=csv"));

    [TestCase("/plan?x=1", "/plan?x=1")]
    [TestCase("//elsewhere.example", "/")]
    [TestCase("/\\elsewhere.example", "/")]
    [TestCase("https://elsewhere.example", "/")]
    [TestCase("~/plan", "/")]
    [TestCase("", "/")]
    [TestCase(null, "/")]
    public void Only_addresses_of_this_site_are_gone_to(string? asked, string answer) =>
        Assert.That(Preferences.Local(asked), Is.EqualTo(answer));
}
