// The roles people have, and the written matrix of what each may do (DOMAIN e3).
namespace CommunicationStrategy.Access.Domain;

public enum Role { Administrator, Head, Officer, PressOfficer, FocalPoint, Evaluator, Auditor }

/// <summary>
/// What each role may do. The administrator looks after people and the system and approves no content;
/// a focal point reports for its own institution and sees nothing else.
/// </summary>
public static class RolePermissions
{
    private static readonly Permission[] Views =
        [Permission.ViewStrategy, Permission.ViewActionPlan, Permission.ViewStakeholders, Permission.ViewMedia, Permission.ViewMonitoring];

    private static readonly Dictionary<Role, Permission[]> Matrix = new()
    {
        [Role.Administrator] = [.. Views, Permission.ViewNotifications, Permission.ManagePeople, Permission.ViewAudit, Permission.ManageSystem],
        [Role.Head] =
        [
            .. Views, Permission.ApproveActionPlan, Permission.ReviewReports, Permission.ManagePeriods, Permission.ApproveEvaluation,
            Permission.ViewNotifications, Permission.ManageNotifications, Permission.ViewAudit,
        ],
        [Role.Officer] =
        [
            .. Views, Permission.EditStrategy, Permission.EditActionPlan, Permission.ImportActionPlan, Permission.ReviewReports, Permission.ManagePeriods,
            Permission.EditStakeholders, Permission.EditMedia, Permission.Evaluate, Permission.ViewNotifications, Permission.ManageNotifications,
        ],
        [Role.PressOfficer] = [.. Views, Permission.EditMedia],
        [Role.FocalPoint] = [Permission.ReportProgress],
        [Role.Evaluator] = [.. Views, Permission.Evaluate],
        [Role.Auditor] = [.. Views, Permission.ViewNotifications, Permission.ViewAudit],
    };

    /// <summary>Everything these roles may do together, each permission once.</summary>
    public static IReadOnlyList<Permission> Of(IEnumerable<Role> roles) => [.. roles.SelectMany(r => Matrix[r]).Distinct().Order()];
}
