// The views of a plan and the short forms of names in them.
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class PlanWords
{
    private const int Longest = 90;

    public static readonly IReadOnlyList<(string Name, string Path)> Views =
        [("table", "/plan"), ("board", "/plan/board"), ("timeline", "/plan/timeline"), ("calendar", "/plan/calendar"), ("institution", "/plan/institution")];

    public static string Name(Texts t, InstitutionInfo institution) => institution.Acronym[t.Language] is { } acronym ? $"{acronym} – {t.Of(institution.Name)}" : t.Of(institution.Name);

    public static string Brief(string text) => text.Length > Longest ? text[..(Longest - 2)].TrimEnd() + "…" : text;
}
