// What an evaluation froze of the press: coverage, and the office's own releases, events and enquiries.
using CommunicationStrategy.Contracts.Media;

namespace CommunicationStrategy.Monitoring.Domain;

public sealed record CoverageFigures(int Total, int Positive, int Neutral, int Negative, int TiedToActivities)
{
    /// <summary>(positive - negative) / all, from -1 to 1.</summary>
    public decimal? ToneBalance => Share.Of(Positive - Negative, Total);
}

/// <param name="Activity">The number of the activity it speaks of.</param>
public sealed record FrozenCoverage(DateOnly On, string Outlet, string Title, string Url, string Language, string Kind, int Tone, string? Activity)
{
    /// <summary>"Unprompted", or what of ours it came from.</summary>
    public string? Origin { get; init; }

    /// <summary>Numbers of the key messages it carries; null for none.</summary>
    public IReadOnlyList<int>? Messages { get; init; }

    /// <summary>What it does against the ethics of reporting; null for nothing.</summary>
    public IReadOnlyList<string>? Ethics { get; init; }

    /// <summary>One of ours in the share of voice; null: not coded.</summary>
    public bool? NamesUs { get; init; }

    /// <summary>"Asked", "Made" or "Refused"; null where no correction was asked for.</summary>
    public string? Correction { get; init; }
}

/// <param name="Title">In each language it was issued in.</param>
public sealed record FrozenRelease(DateOnly On, string Number, string Kind, LocalizedText Title, bool Embargoed, string? Url, string? Activity, DateOnly? CorrectedOn);

/// <param name="Satisfaction">Mean of what participants answered, in per cent.</param>
public sealed record FrozenEvent(DateOnly On, string Kind, LocalizedText Title, string? Place, string? Activity, int? Attendance, int? Journalists, decimal? Satisfaction)
{
    /// <summary>Journalists accredited beforehand.</summary>
    public int? Accredited { get; init; }
}

/// <param name="State">As of the cut-off.</param>
/// <param name="InTime">Null where nothing was owed: refused, transferred, withdrawn, or open and not due by the cut-off.</param>
/// <param name="Hours">From its coming to the answer, weekends included.</param>
public sealed record FrozenEnquiry(DateOnly On, string Outlet, string State, bool? InTime, decimal? Hours);

/// <summary>A key message of the plan's strategy.</summary>
public sealed record FrozenMessage(int Number, LocalizedText Text);

/// <summary>How the office answers the press.</summary>
/// <param name="Owed">Answered, or open and past what was due at the cut-off.</param>
public sealed record EnquiryFigures(int Received, int Answered, int Owed, int InTime, int Refused, int Transferred, int Withdrawn, int Open, decimal? MedianHours)
{
    public decimal? ShareInTime => Share.Of(InTime, Owed);

    public static EnquiryFigures Of(IReadOnlyCollection<FrozenEnquiry> enquiries)
    {
        int Number(EnquiryEnd end) => enquiries.Count(e => e.State == end.ToString());
        return new EnquiryFigures(
            enquiries.Count, Number(EnquiryEnd.Answered), enquiries.Count(e => e.InTime is not null), enquiries.Count(e => e.InTime == true), Number(EnquiryEnd.Refused), Number(EnquiryEnd.Transferred),
            Number(EnquiryEnd.Withdrawn), Number(EnquiryEnd.Open), Median([.. enquiries.Select(e => e.Hours).OfType<decimal>().Order()]));
    }

    private static decimal? Median(IReadOnlyList<decimal> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private enum EnquiryEnd { Open, Answered, Refused, Transferred, Withdrawn }
}

internal static class PressFreezer
{
    /// <summary>Activities and messages are named by their numbers, for a frozen quarter knows no ids.</summary>
    public static EvaluationSnapshot WithPress(this EvaluationSnapshot snapshot, EvaluationInput input)
    {
        var activities = input.Plan.Activities.ToDictionary(a => a.Id, a => a.Number);
        var messages = input.Messages.ToDictionary(m => m.Id, m => m.Number);
        string? Activity(Guid? id) => id is { } known ? activities.GetValueOrDefault(known) : null;
        return snapshot with
        {
            Coverages =
            [
                .. input.Coverage.Items.OrderBy(i => i.On).ThenBy(i => i.Outlet, StringComparer.Ordinal).ThenBy(i => i.Url, StringComparer.Ordinal).ThenBy(i => i.Title, StringComparer.Ordinal)
                    .Select(i => new FrozenCoverage(i.On, i.Outlet, i.Title, i.Url, i.Language, i.Kind, i.Tone, Activity(i.ActivityId))
                    {
                        Origin = i.Origin, Messages = Some(i.Messages.Where(messages.ContainsKey).Select(m => messages[m]).Order()), Ethics = Some(i.Ethics),
                        NamesUs = i.NamesUs, Correction = i.Correction == "None" ? null : i.Correction,
                    }),
            ],
            Messages = [.. input.Messages.OrderBy(m => m.Number).Select(m => new FrozenMessage(m.Number, m.Text))],
            Releases = [.. input.Press.Releases.Select(r => new FrozenRelease(r.On, r.Number, r.Kind, r.Title, r.Embargoed, r.Url, Activity(r.ActivityId), r.CorrectedOn > snapshot.CutOff ? null : r.CorrectedOn))],
            Events = [.. input.Press.Events.Select(e => new FrozenEvent(e.On, e.Kind, e.Title, e.Place, Activity(e.ActivityId), e.Attendance, e.Journalists, e.Satisfaction) { Accredited = e.Accredited })],
            Enquiries = [.. input.Press.Enquiries.Select(e => Freeze(e, snapshot.CutOff, input.DayOf))],
        };
    }

    private static FrozenEnquiry Freeze(EnquiryEntry e, DateOnly cutOff, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var answeredAt = e.State == "Answered" ? e.ClosedAt : null;
        bool? inTime = answeredAt is { } at ? at <= e.DueAt : e.State == "Open" && dayOf(e.DueAt) <= cutOff ? false : null;
        return new FrozenEnquiry(
            dayOf(e.ReceivedAt), e.Outlet, e.State, inTime, answeredAt is { } closed ? Math.Round((decimal)(closed - e.ReceivedAt).TotalHours, 1, MidpointRounding.AwayFromZero) : null);
    }

    private static List<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
