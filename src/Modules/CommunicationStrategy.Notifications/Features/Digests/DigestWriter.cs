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
/// <param name="Words">The office's own; null: the standard's.</param>
/// <param name="Owned">Duties far ahead that are new to the institution, or have a new date; not among the obligations.</param>
internal sealed record DigestContent(
    string Language, string RecipientName, string InstitutionName, string OfficeName, DateOnly Day, IReadOnlyList<Obligation> Obligations, string Link, DateOnly LinkValidUntil,
    Audience Audience = Audience.FocalPoint, IReadOnlyList<WaitingReport>? Waiting = null, string? Reason = null, bool MayReply = false, IReadOnlyList<Obligation>? Owned = null, TemplateWords? Words = null);

/// <summary>What the office is told.</summary>
/// <param name="Escalated">Newly so long overdue that the office has to act.</param>
/// <param name="Open">Everything open; of the week's digest only.</param>
/// <param name="Troubled">Mails that failed, or whose fate is unknown.</param>
/// <param name="Letters">Newly so late that the head has a letter to sign.</param>
/// <param name="Committee">Newly so late that they stand on the list for the National Committee.</param>
internal sealed record OfficeContent(
    string Language, string RecipientName, string OfficeName, DateOnly Day, IReadOnlyList<Obligation> Escalated, IReadOnlyList<Obligation>? Open, IReadOnlyDictionary<Guid, InstitutionInfo> Institutions,
    int ReportsToCheck, int Troubled, string Address, IReadOnlyList<Obligation> Letters, IReadOnlyList<Obligation> Committee, TemplateWords? Words = null);

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
        var kind = KindFor(content.Audience);
        var values = Values(content.RecipientName, content.InstitutionName, content.OfficeName, words.Date(content.Day), counts);
        var standard = Standard(kind, content.Language);
        string Own(string? own, string? fallback) => MailTemplate.Fill(kind, own, values) ?? MailTemplate.Fill(kind, fallback, values) ?? "";
        var subject = Own(content.Words?.Subject, standard.Subject);

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
        intro.AddRange(content.Obligations.Count == 0 && content.Owned is { Count: > 0 } ? [words["digest.intro.owned", LetterWriter.OneLine(content.InstitutionName)]] : Paragraphs(Own(content.Words?.Intro, standard.Intro)));
        return LetterWriter.Write(new Letter(
            content.Language, subject, Own(content.Words?.Greeting, standard.Greeting), intro, shown, Closing(more > 0 ? words["digest.more", more] : null, MailTemplate.Fill(kind, content.Words?.Closing, values)), words["digest.button"], content.Link,
            words["digest.no-account", words.Date(content.LinkValidUntil)] + (content.MayReply && content.Obligations.Any(o => o.Kind != ObligationKind.FigureDue) ? " " + words[content.Obligations.Count == 1 ? "digest.reply.one" : "digest.reply.many"] : ""), content.OfficeName, words["digest.footer", LetterWriter.OneLine(content.OfficeName)]));
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

        var kind = content.Open is null ? TemplateKind.Escalated : TemplateKind.Week;
        var values = Values(content.RecipientName, "", content.OfficeName, words.Date(content.Day), "");
        var standard = Standard(kind, content.Language);
        string Own(string? own, string? fallback) => MailTemplate.Fill(kind, own, values) ?? MailTemplate.Fill(kind, fallback, values) ?? "";
        var subject = Own(content.Words?.Subject, standard.Subject);
        var intro = sections.Count == 0 ? [words["office.intro.quiet"]] : Paragraphs(Own(content.Words?.Intro, standard.Intro));
        return LetterWriter.Write(new Letter(
            content.Language, subject, Own(content.Words?.Greeting, standard.Greeting), intro, sections, Closing(null, MailTemplate.Fill(kind, content.Words?.Closing, values)), words["office.button"], $"{content.Address}/plan?flag={(content.Escalated.Count > 0 ? "Overdue" : "DueSoon")}",
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

    public static TemplateKind KindFor(Audience audience) => audience switch { Audience.Deputy => TemplateKind.Deputy, Audience.Head => TemplateKind.Head, Audience.Office => TemplateKind.Week, _ => TemplateKind.Digest };

    /// <summary>The words that hold where the office has none of its own, with their variables as a template writes them.</summary>
    public static TemplateWords Standard(TemplateKind kind, string language)
    {
        var words = new DigestTexts(language);
        var (subject, intro) = kind switch
        {
            TemplateKind.Digest => (words["digest.subject", "{date}", "{counts}"], words["digest.intro", "{institution}"]),
            TemplateKind.Deputy => (words["digest.subject.copy", "{institution}", "{counts}"], words["digest.intro.deputy", "{institution}"]),
            TemplateKind.Head => (words["digest.subject.copy", "{institution}", "{counts}"], words["digest.intro.head", "{institution}"]),
            TemplateKind.Escalated => (words["office.subject.escalated", "{date}"], words["office.intro.escalated"]),
            _ => (words["office.subject.week", "{date}"], words["office.intro.week"]),
        };
        return new TemplateWords(subject, words["digest.greeting", "{recipient}"], intro, null);
    }

    /// <summary>A mail about made-up duties, to see how the words look.</summary>
    public static WrittenDigest Sample(TemplateKind kind, string language, string name, string office, string address, DateOnly day, TemplateWords? words)
    {
        var texts = new DigestTexts(language);
        Obligation Duty(string number, string key, int daysLeft) => new(
            key, ObligationKind.ActivityDue, Guid.Empty, Guid.CreateVersion7(), number, LocalizedText.Of(language, texts[key]), Guid.Empty, day.AddDays(daysLeft), day.AddDays(daysLeft), null);
        var (late, soon) = (Duty("1.2", "sample.late", -8), Duty("2.1", "sample.soon", 7));
        var institution = new InstitutionInfo(Guid.Empty, LocalizedText.Of(language, texts["sample.institution"]), LocalizedText.Empty);
        return kind is TemplateKind.Week or TemplateKind.Escalated
            ? Write(new OfficeContent(language, name, office, day, [late], kind == TemplateKind.Week ? [late, soon] : null, new Dictionary<Guid, InstitutionInfo> { [Guid.Empty] = institution }, 0, 0, address, [], [], words))
            : Write(new DigestContent(
                language, name, texts["sample.institution"], office, day, kind == TemplateKind.Digest ? [late, soon] : [late], $"{address}/r/…", day.AddDays(AccessLink.Lifetime.Days),
                kind switch { TemplateKind.Deputy => Audience.Deputy, TemplateKind.Head => Audience.Head, _ => Audience.FocalPoint }, Words: words));
    }

    private static Dictionary<string, string> Values(string recipient, string institution, string office, string date, string counts) => new(StringComparer.Ordinal)
    {
        ["recipient"] = LetterWriter.OneLine(recipient), ["institution"] = LetterWriter.OneLine(institution), ["office"] = LetterWriter.OneLine(office), ["date"] = date, ["counts"] = counts,
    };

    private static List<string> Paragraphs(string text) => [.. text.Split("\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static List<string> Closing(string? more, string? closing) => [.. more is null ? [] : new[] { more }, .. closing is null ? [] : Paragraphs(closing)];

    private static List<(string Name, List<Obligation> All)> Sections(DigestContent content)
    {
        var byDue = content.Obligations.OrderBy(o => o.EffectiveDue).ToList();
        var returned = byDue.FindAll(o => o.Returned);
        var overdue = byDue.FindAll(o => !o.Returned && o.EffectiveDue < content.Day);
        var soon = byDue.FindAll(o => o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ActivityDue);
        var reports = byDue.FindAll(o => !o.Returned && o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ReportDue);
        var figures = byDue.FindAll(o => o.EffectiveDue >= content.Day && o.Kind == ObligationKind.FigureDue);
        // Of a duty that recurs its next date stands for all.
        var owned = (content.Owned ?? []).OrderBy(o => o.EffectiveDue).DistinctBy(o => o.ActivityId).ToList();
        return [.. new[] { ("overdue", overdue), ("returned", returned), ("soon", soon), ("reports", reports), ("figures", figures), (Owned, owned) }.Where(s => s.Item2.Count > 0)];
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
        if (duty.Period is { } period) title = words[duty.Kind == ObligationKind.FigureDue ? "digest.figure-item" : "digest.report-item", title, words.Period(period)];
        var days = duty.EffectiveDue.DayNumber - day.DayNumber;
        var when = days switch { 0 => words["digest.today"], 1 => words["digest.tomorrow"], > 1 => words.Count("digest.in-days", days), _ => words.Count("digest.late", -days) };
        return new LetterLine(title, $"{words["digest.due", words.Date(duty.EffectiveDue)]}, {when}");
    }
}
