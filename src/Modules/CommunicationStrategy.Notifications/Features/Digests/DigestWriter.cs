// Writes a digest: what an institution owes, in the words of the one who reads it; and the office's look at its week. Titles and one link, nothing else of the duties.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="Audience">The deputy and the head are told why they are written to.</param>
/// <param name="Waiting">The institution's reports that wait for the office: nothing to do, but good to know.</param>
/// <param name="Link">The address with its token, or <see cref="DigestWriter.HiddenLink"/> in the copy that is kept.</param>
/// <param name="MayReply">An answer to the mail is read.</param>
/// <param name="Reason">What a person who sends it by hand says.</param>
/// <param name="Owned">Duties far ahead that are new to the institution, or have a new date; not among the obligations.</param>
internal sealed record DigestContent(
    string Language, string RecipientName, string InstitutionName, string OfficeName, DateOnly Day, IReadOnlyList<Obligation> Obligations, string Link, DateOnly LinkValidUntil,
    Audience Audience = Audience.FocalPoint, IReadOnlyList<WaitingReport>? Waiting = null, string? Reason = null, bool MayReply = false, IReadOnlyList<Obligation>? Owned = null);

/// <summary>What the office is told.</summary>
/// <param name="Escalated">Newly so long overdue that the office has to act.</param>
/// <param name="Open">Everything open; of the week's digest only.</param>
/// <param name="Troubled">Mails that failed, or whose fate is unknown.</param>
/// <param name="Letters">Newly so late that the head has a letter to sign.</param>
/// <param name="Committee">Newly so late that they stand on the list for the National Committee.</param>
internal sealed record OfficeContent(
    string Language, string RecipientName, string OfficeName, DateOnly Day, IReadOnlyList<Obligation> Escalated, IReadOnlyList<Obligation>? Open, IReadOnlyDictionary<Guid, InstitutionInfo> Institutions,
    int ReportsToCheck, int Troubled, string Address, IReadOnlyList<Obligation> Letters, IReadOnlyList<Obligation> Committee);

internal static class DigestWriter
{
    public const int MaxItems = 50;
    public const string HiddenLink = "[link]";
    private const int MostInstitutions = 15;
    private const string Owned = "owned";

    public static WrittenDigest Write(DigestContent content)
    {
        var words = new DigestTexts(content.Language);
        var sections = Sections(content);
        var counts = string.Join(", ", sections.Select(s => words.Count($"digest.{s.Name}", s.All.Count)));
        var subject = content.Audience == Audience.FocalPoint ? words["digest.subject", words.Date(content.Day), counts] : words["digest.subject.copy", LetterWriter.OneLine(content.InstitutionName), counts];

        var left = MaxItems;
        var shown = sections.Select(s =>
        {
            var items = s.All.Take(left).ToList();
            left -= items.Count;
            return new LetterSection(words[$"digest.section.{s.Name}"], items.ConvertAll(o => s.Name == Owned ? OwnedLine(o, content, words) : Line(o, content.Language, content.Day, words)));
        }).Where(s => s.Lines.Count > 0).ToList();
        var waiting = (content.Waiting ?? []).Take(left).ToList();
        if (waiting.Count > 0) shown.Add(new LetterSection(words["digest.section.waiting"], waiting.ConvertAll(w => new LetterLine(words["digest.report-item", LetterWriter.Numbered(w.Number, w.Title.In(content.Language)), words.Period(w.Period)], words["digest.waits"]))));

        var more = sections.Sum(s => s.All.Count) + (content.Waiting?.Count ?? 0) - shown.Sum(s => s.Lines.Count);
        var intro = new List<string>();
        if (content.Reason is not null) intro.Add(words["digest.reason", LetterWriter.OneLine(content.OfficeName), LetterWriter.OneLine(content.Reason)]);
        intro.Add(words[content.Audience switch { Audience.Deputy => content.Obligations.Count == 0 ? "digest.intro.owned" : "digest.intro.deputy", Audience.Head => "digest.intro.head", _ => content.Obligations.Count == 0 ? "digest.intro.owned" : "digest.intro" }, LetterWriter.OneLine(content.InstitutionName)]);
        return LetterWriter.Write(new Letter(
            content.Language, subject, words["digest.greeting", LetterWriter.OneLine(content.RecipientName)], intro, shown, more > 0 ? words["digest.more", more] : null, words["digest.button"], content.Link,
            words["digest.no-account", words.Date(content.LinkValidUntil)] + (content is { MayReply: true, Obligations.Count: > 0 } ? " " + words[content.Obligations.Count == 1 ? "digest.reply.one" : "digest.reply.many"] : ""), content.OfficeName, words["digest.footer", LetterWriter.OneLine(content.OfficeName)]));
    }

    public static WrittenDigest Write(OfficeContent content)
    {
        var words = new DigestTexts(content.Language);
        var sections = new List<LetterSection>();
        if (content.Letters.Count > 0) sections.Add(ToDo("office.section.letters", content.Letters));
        if (content.Committee.Count > 0) sections.Add(ToDo("office.section.committee", content.Committee));
        if (content.Escalated.Count > 0) sections.Add(ByInstitution("office.section.escalated", content.Escalated));
        if (content.Open is { } open)
        {
            var (late, week) = (open.Where(o => o.EffectiveDue < content.Day).ToList(), open.Where(o => o.EffectiveDue >= content.Day && o.EffectiveDue < content.Day.AddDays(7)).ToList());
            if (late.Count > 0) sections.Add(Counts("office.section.overdue", "digest.overdue", late));
            if (week.Count > 0) sections.Add(Counts("office.section.week", "digest.soon", week));
            var desk = new List<LetterLine>();
            if (content.ReportsToCheck > 0) desk.Add(new LetterLine(words.Count("office.to-check", content.ReportsToCheck), $"{content.Address}/reports"));
            if (content.Troubled > 0) desk.Add(new LetterLine(words.Count("office.troubled", content.Troubled), $"{content.Address}/mails"));
            if (desk.Count > 0) sections.Add(new LetterSection(words["office.section.desk"], desk));
        }

        var subject = content.Open is null ? words["office.subject.escalated", words.Date(content.Day), content.Escalated.Count] : words["office.subject.week", words.Date(content.Day)];
        IReadOnlyList<string> intro = [words[sections.Count == 0 ? "office.intro.quiet" : content.Open is null ? "office.intro.escalated" : "office.intro.week"]];
        return LetterWriter.Write(new Letter(
            content.Language, subject, words["digest.greeting", LetterWriter.OneLine(content.RecipientName)], intro, sections, null, words["office.button"], $"{content.Address}/plan?flag={(content.Escalated.Count > 0 ? "Overdue" : "DueSoon")}",
            "", content.OfficeName, words["digest.footer", LetterWriter.OneLine(content.OfficeName)]));

        LetterSection ByInstitution(string title, IReadOnlyList<Obligation> duties)
        {
            var lines = duties.OrderBy(o => Name(o.InstitutionId), StringComparer.Ordinal).ThenBy(o => o.EffectiveDue).Take(MaxItems).Select(o => Line(o, content.Language, content.Day, words))
                .Zip(duties.OrderBy(o => Name(o.InstitutionId), StringComparer.Ordinal).ThenBy(o => o.EffectiveDue), (line, o) => line with { When = $"{Name(o.InstitutionId)}, {line.When}" }).ToList();
            if (duties.Count > lines.Count) lines.Add(new LetterLine(words["office.more", duties.Count - lines.Count], ""));
            return new LetterSection(words[title], lines);
        }

        LetterSection Counts(string title, string count, IReadOnlyList<Obligation> duties)
        {
            var groups = duties.GroupBy(o => o.InstitutionId).OrderByDescending(g => g.Count()).ThenBy(g => Name(g.Key), StringComparer.Ordinal).ToList();
            var lines = groups.Take(MostInstitutions).Select(g => new LetterLine(Name(g.Key), words.Count(count, g.Count()))).ToList();
            if (groups.Count > lines.Count) lines.Add(new LetterLine(words["office.more-institutions", groups.Count - lines.Count], ""));
            return new LetterSection($"{words[title]} ({duties.Count})", lines);
        }

        LetterSection ToDo(string title, IReadOnlyList<Obligation> duties)
        {
            var section = Counts(title, "digest.overdue", duties);
            return section with { Lines = [.. section.Lines, new LetterLine(words["office.prepare"], $"{content.Address}/reminders/escalated")] };
        }

        string Name(Guid institution) => LetterWriter.OneLine(content.Institutions.GetValueOrDefault(institution)?.Name.In(content.Language) ?? "");
    }

    private static List<(string Name, List<Obligation> All)> Sections(DigestContent content)
    {
        var byDue = content.Obligations.OrderBy(o => o.EffectiveDue).ToList();
        var returned = byDue.FindAll(o => o.Returned);
        var overdue = byDue.FindAll(o => !o.Returned && o.EffectiveDue < content.Day);
        var soon = byDue.FindAll(o => o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ActivityDue);
        var reports = byDue.FindAll(o => !o.Returned && o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ReportDue);
        // Of a duty that recurs its next date stands for all.
        var owned = (content.Owned ?? []).OrderBy(o => o.EffectiveDue).DistinctBy(o => o.ActivityId).ToList();
        return [.. new[] { ("overdue", overdue), ("returned", returned), ("soon", soon), ("reports", reports), (Owned, owned) }.Where(s => s.Item2.Count > 0)];
    }

    private static LetterLine OwnedLine(Obligation duty, DigestContent content, DigestTexts words)
    {
        var dates = content.Owned!.Where(o => o.ActivityId == duty.ActivityId).Select(o => o.EffectiveDue).Distinct().Count();
        var when = words["digest.due", words.Date(duty.EffectiveDue)];
        return new LetterLine(LetterWriter.Numbered(duty.Number, duty.Title.In(content.Language)), dates > 1 ? $"{when}, {words.Count("digest.further", dates - 1)}" : when);
    }

    private static LetterLine Line(Obligation duty, string language, DateOnly day, DigestTexts words)
    {
        var title = LetterWriter.Numbered(duty.Number, duty.Title.In(language));
        if (duty is { Kind: ObligationKind.ReportDue, Period: { } period }) title = words["digest.report-item", title, words.Period(period)];
        var days = duty.EffectiveDue.DayNumber - day.DayNumber;
        var when = days switch { 0 => words["digest.today"], 1 => words["digest.tomorrow"], > 1 => words.Count("digest.in-days", days), _ => words.Count("digest.late", -days) };
        return new LetterLine(title, $"{words["digest.due", words.Date(duty.EffectiveDue)]}, {when}");
    }
}
