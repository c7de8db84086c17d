// The words of mails about an evaluation: which quarter of which plan, its main figures, and where to read it.
using CommunicationStrategy.Contracts.Monitoring;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal static class EvaluationWriter
{
    /// <summary>To the head of the secretariat: it waits to be looked at and approved.</summary>
    public static WrittenDigest Draft(EvaluationFigures figures, string recipient, string language, string office, string link)
    {
        var words = new DigestTexts(language);
        var quarter = Quarter(figures, words);
        return LetterWriter.Write(new Letter(
            language, words["evaluation.draft.subject", figures.PlanCode, quarter], words["digest.greeting", LetterWriter.OneLine(recipient)],
            [words["evaluation.draft.intro", LetterWriter.Numbered(figures.PlanCode, figures.PlanTitle.In(language)), quarter], words["evaluation.draft.next"]],
            [Figures(figures, words)], [], words["evaluation.button"], link, "", office, words["digest.footer", LetterWriter.OneLine(office)]));
    }

    /// <summary>To those on the plan's list, who need no account: the report comes with it.</summary>
    /// <param name="file">Its name; null: it could not be made, or is too large.</param>
    public static WrittenDigest Approved(EvaluationFigures figures, string recipient, string language, string office, string? file)
    {
        var words = new DigestTexts(language);
        var quarter = Quarter(figures, words);
        return LetterWriter.Write(new Letter(
            language, words["evaluation.approved.subject", figures.PlanCode, quarter], words["digest.greeting", LetterWriter.OneLine(recipient)],
            [words["evaluation.approved.intro", LetterWriter.Numbered(figures.PlanCode, figures.PlanTitle.In(language)), quarter]], [Figures(figures, words)],
            [file is null ? words["evaluation.approved.no-file", LetterWriter.OneLine(office)] : words["evaluation.approved.file", LetterWriter.OneLine(file)], words["evaluation.approved.hash", figures.ContentHash]],
            "", "", words["evaluation.approved.why", LetterWriter.OneLine(office)], office, words["digest.footer", LetterWriter.OneLine(office)]));
    }

    private static string Quarter(EvaluationFigures figures, DigestTexts words) =>
        figures.Revision == 1 ? words.Period(figures.Period) : words["evaluation.revision", words.Period(figures.Period), figures.Revision];

    private static LetterSection Figures(EvaluationFigures figures, DigestTexts words) => new(words["evaluation.figures"],
    [
        new LetterLine(words["evaluation.rate", words.Percent(figures.Due == 0 ? null : (decimal)figures.Implemented / figures.Due)], words["evaluation.rate.of", figures.Due, figures.Implemented]),
        new LetterLine(words["evaluation.achievement", words.Percent(figures.Achievement)], words["evaluation.achievement.of"]),
        new LetterLine(words["evaluation.overdue", figures.Overdue], words["evaluation.cut-off", words.Date(figures.CutOff)]),
        new LetterLine(words["evaluation.reports", figures.ReportsReceived], words["evaluation.reports.of", figures.ReportsDue]),
    ]);
}
