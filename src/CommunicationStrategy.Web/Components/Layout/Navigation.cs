// The rooms of the product, in the order of the work, and what one needs to enter them.
namespace CommunicationStrategy.Web.Components.Layout;

/// <param name="Text">Key of the name in Resources/Shell.resx.</param>
/// <param name="Needs">Null: everyone who is signed in.</param>
internal sealed record NavigationEntry(string Href, string Text, string Icon, Permission? Needs);

internal sealed record NavigationGroup(string? Text, IReadOnlyList<NavigationEntry> Entries);

internal static class Navigation
{
    private static readonly IReadOnlyList<NavigationGroup> All =
    [
        new(null,
        [
            new("/", "shell.nav.overview", "home", null),
            new("/report", "shell.nav.duties", "send", Permission.ReportProgress),
        ]),
        new("shell.nav.group.plan",
        [
            new("/strategy", "shell.nav.strategy", "compass", Permission.ViewStrategy),
            new("/plan", "shell.nav.plan", "list", Permission.ViewActionPlan),
            new("/reports", "shell.nav.reports", "inbox", Permission.ReviewReports),
            new("/imports", "shell.nav.imports", "upload", Permission.ImportActionPlan),
        ]),
        new("shell.nav.group.partners",
        [
            new("/institutions", "shell.nav.institutions", "building", Permission.ViewStakeholders),
            new("/matches", "shell.nav.matches", "puzzle", Permission.EditStakeholders),
            new("/media", "shell.nav.media", "media", Permission.ViewMedia),
        ]),
        new("shell.nav.group.results",
        [
            new("/evaluations", "shell.nav.evaluations", "chart", Permission.ViewMonitoring),
            new("/indicators", "shell.nav.indicators", "compass", Permission.ViewMonitoring),
            new("/recommendations", "shell.nav.recommendations", "check", Permission.ViewMonitoring),
            new("/reminders", "shell.nav.reminders", "bell", Permission.ViewNotifications),
            new("/mails", "shell.nav.mails", "mail", Permission.ViewNotifications),
        ]),
        new("shell.nav.group.system",
        [
            new("/people", "shell.nav.people", "users", Permission.ManagePeople),
            new("/webhooks", "shell.nav.webhooks", "link", Permission.ManageSystem),
            new("/system", "shell.nav.system", "settings", Permission.ManageSystem),
        ]),
    ];

    /// <summary>What this caller may open; nothing for those who are not signed in.</summary>
    public static IReadOnlyList<NavigationGroup> For(Caller caller) => caller.Kind != CallerKind.Person ? [] :
        [.. All.Select(g => g with { Entries = [.. g.Entries.Where(e => e.Needs is not { } needed || caller.May(needed))] }).Where(g => g.Entries.Count > 0)];
}
