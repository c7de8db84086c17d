// The matrix role x permission, written down a second time as a table that a person can check.
using CommunicationStrategy.Access;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.BuildingBlocks;
using System.Security.Claims;

namespace CommunicationStrategy.UnitTests.Access;

public sealed class RolePermissionsTests
{
    // A administrator, H head, O officer, P press officer, F focal point, E evaluator, U auditor
    private const string Table = """
        ViewStrategy        A H O P . E U
        EditStrategy        . . O . . . .
        ViewActionPlan      A H O P . E U
        EditActionPlan      . . O . . . .
        ApproveActionPlan   . H . . . . .
        ImportActionPlan    . . O . . . .
        ReviewReports       . H O . . . .
        ManagePeriods       . H O . . . .
        ReportProgress      . . . . F . .
        ViewStakeholders    A H O P . E U
        EditStakeholders    . . O . . . .
        ViewMedia           A H O P . E U
        EditMedia           . . O P . . .
        ViewMonitoring      A H O P . E U
        Evaluate            . . O . . E .
        ApproveEvaluation   . H . . . . .
        ViewNotifications   A H O . . . U
        ManageNotifications . H O . . . .
        ManagePeople        A . . . . . .
        ViewAudit           A H . . . . U
        ManageSystem        A . . . . . .
        """;

    private static readonly Role[] Columns = [Role.Administrator, Role.Head, Role.Officer, Role.PressOfficer, Role.FocalPoint, Role.Evaluator, Role.Auditor];

    private static IEnumerable<TestCaseData> Cells() =>
        from line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from column in Enumerable.Range(0, Columns.Length)
        select new TestCaseData(Columns[column], Enum.Parse<Permission>(cells[0]), cells[column + 1] != ".");

    [TestCaseSource(nameof(Cells))]
    public void A_role_may_what_the_table_says(Role role, Permission permission, bool may) =>
        Assert.That(RolePermissions.Of([role]).Contains(permission), Is.EqualTo(may));

    [Test]
    public void The_table_names_every_role_and_permission() => Assert.Multiple(() =>
    {
        Assert.That(Columns, Is.EquivalentTo(Enum.GetValues<Role>()));
        Assert.That(Cells().Select(c => (Permission)c.Arguments[1]!).Distinct(), Is.EquivalentTo(Enum.GetValues<Permission>()));
    });

    [Test]
    public void The_administrator_edits_and_approves_no_content() =>
        Assert.That(RolePermissions.Of([Role.Administrator]).Select(p => p.ToString()), Has.None.StartsWith("Edit").And.None.StartsWith("Approve").And.None.StartsWith("Review").And.None.StartsWith("Evaluate"));

    [Test]
    public void Roles_add_up_without_repeating() =>
        Assert.That(RolePermissions.Of([Role.Head, Role.Officer]), Is.Unique.And.Contains(Permission.ApproveEvaluation).And.Contains(Permission.EditActionPlan));

    [Test]
    public void Only_a_focal_point_is_narrowed_to_its_institution()
    {
        var institution = Guid.CreateVersion7();
        Assert.Multiple(() =>
        {
            Assert.That(PersonCaller.From(Principal(Role.FocalPoint, institution)).InstitutionId, Is.EqualTo(institution));
            Assert.That(PersonCaller.From(Principal(Role.Officer, institution)).InstitutionId, Is.Null);
            Assert.That(PersonCaller.From(Principal(Role.Officer, institution)).Kind, Is.EqualTo(CallerKind.Person));
            Assert.That(PersonCaller.From(new ClaimsPrincipal(new ClaimsIdentity())), Is.EqualTo(Caller.Anonymous));
        });
    }

    private static ClaimsPrincipal Principal(Role role, Guid institution) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString()), new Claim(ClaimTypes.Name, "Ana Rusu"),
            new Claim(ClaimTypes.Role, role.ToString()), new Claim(PersonCaller.InstitutionClaim, institution.ToString()),
        ], "test"));
}
