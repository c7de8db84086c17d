// The form of an institution's report: what it begins with, what is kept of it for later, what it claims.
using System.Globalization;
using System.Text.Json.Serialization;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Web.Components.Pages.Notifications;

internal sealed class ReportInput
{
    public string? Period { get; set; }
    public string? Claimed { get; set; }
    public int? Percent { get; set; }
    public string? Narrative { get; set; }
    public string? Obstacles { get; set; }
    public DateOnly? NewDateAsked { get; set; }
    public string? EvidenceLink { get; set; }
    public bool NothingToReport { get; set; }
    public string? EvidenceNumber { get; set; }
    public DateOnly? EvidenceDate { get; set; }

    /// <summary>Kept for later, not sent.</summary>
    [JsonIgnore] public bool Keep { get; set; }
    [JsonIgnore] public IReadOnlyList<IFormFile>? Files { get; set; }
    [JsonIgnore] public Guid[] Without { get; set; } = [];

    /// <summary>Due dates of a recurring duty that were met, and how often what is held several times was held.</summary>
    public string[] Met { get; set; } = [];
    public Dictionary<string, string?> Held { get; set; } = [];

    /// <summary>A returned report is corrected, not written anew; an accepted one is copied when asked.</summary>
    public static ReportInput From(DutyRow duty, bool copy)
    {
        var form = new ReportInput { Met = [.. duty.Occurrences.Where(o => o.State == OccurrenceState.Reported).Select(o => Iso(o.Due))], Period = duty.Owed is [var owed, ..] ? owed.Period : null, Percent = duty.Percent ?? 0, Claimed = nameof(ReportedState.InProgress) };
        if (duty.LastReport is not { } last || (last.State == ReportState.Accepted && !copy)) return form;
        return new ReportInput
        {
            Met = form.Met, Period = form.Period, Percent = last.Percent, Claimed = last.Claimed.ToString(), Narrative = last.Narrative, Obstacles = last.Obstacles,
            NewDateAsked = last.State == ReportState.Accepted ? null : last.NewDateAsked, EvidenceLink = last.EvidenceLink, NothingToReport = last.NothingToReport, EvidenceNumber = last.EvidenceNumber, EvidenceDate = last.EvidenceDate,
        };
    }

    /// <summary>Of a duty that recurs, what the person ticked; null where it falls due once.</summary>
    public List<OccurrenceClaim>? Claims(DutyRow duty)
    {
        if (duty.Occurrences.Count == 0) return null;
        return [.. duty.Occurrences.Where(o => o.Target == 1 && Met.Contains(Iso(o.Due))).Select(o => new OccurrenceClaim(o.Due)),
            .. duty.Occurrences.Where(o => o.Target > 1).Select(o => new OccurrenceClaim(o.Due, int.TryParse(Held.GetValueOrDefault(Iso(o.Due)), CultureInfo.InvariantCulture, out var held) ? held : 0))];
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
