// Who is acting, and what they may do. One gate for pages, REST, links in mails and jobs.
namespace CommunicationStrategy.BuildingBlocks;

/// <summary>What a caller may be allowed to do. Roles are sets of these (Access module).</summary>
public enum Permission
{
    ViewStrategy, EditStrategy,
    ViewActionPlan, EditActionPlan, ApproveActionPlan, ImportActionPlan, ReviewReports, ManagePeriods,
    /// <summary>See and report one's own institution's duties: focal points and links in mails.</summary>
    ReportProgress,
    ViewStakeholders, EditStakeholders,
    ViewMedia, EditMedia,
    ViewMonitoring, Evaluate, ApproveEvaluation,
    ViewNotifications, ManageNotifications,
    ManagePeople, ViewAudit, ManageSystem,
}

public enum CallerKind { Anonymous, Person, Link, System }

/// <summary>
/// The one who acts. A link in a mail is a capability bound to an institution, never a login.
/// <paramref name="InstitutionId"/> is set for focal points and links: handlers narrow what they see by it.
/// </summary>
public sealed record Caller(CallerKind Kind, string Name, Guid? Id, Guid? InstitutionId, IReadOnlyList<Permission> Permissions)
{
    public static readonly Caller Anonymous = new(CallerKind.Anonymous, "anonymous", null, null, []);

    public static Caller System(string job) => new(CallerKind.System, job, null, null, []);

    public bool May(Permission permission) => Kind == CallerKind.System || Permissions.Contains(permission);
}

/// <summary>Holds the caller of the present scope; the host sets it at its edges (HTTP, jobs, dispatcher).</summary>
public sealed class CallerScope
{
    public Caller Current { get; set; } = Caller.Anonymous;
}

/// <summary>The permission a request needs; of several any one will do. Every request has it, or <see cref="AnyCallerAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(params Permission[] anyOf) : Attribute
{
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;
}

/// <summary>For queries between modules, and the few requests that stand before sign-in: no permission is asked.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyCallerAttribute : Attribute;
