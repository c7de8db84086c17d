// What a column of a plan's table can mean, and how its header is recognised in English, Romanian, Russian and Italian.
namespace CommunicationStrategy.ActionPlan.Domain.Imports;

/// <summary>The meaning of a column. Ignore keeps the cell's text with the activity, but reads nothing from it.</summary>
public enum PlanColumn
{
    Ignore, Number, ObjectiveNumber, Objective, Action, SubAction, Deadline, Cost, CostThousand, Funding, Lead, CoImplementers, Partners, Indicators,
}

internal static class ColumnGuess
{
    // A header that is one of the exact words has that meaning. Of the words that a header contains the first counts, for
    // "Responsabili/Parteneri" is about who is responsible; a later one only where no other column has its meaning.
    private static readonly (PlanColumn Column, string[] Exact, string[] Contained)[] Vocabulary =
    [
        (PlanColumn.ObjectiveNumber, ["objective no", "objective_no", "nr. obiectiv", "nr obiectiv", "no. obiettivo", "№ задачи", "№ цели", "objective no."], []),
        (PlanColumn.Number, ["number", "no", "no.", "nr", "nr.", "nr. crt.", "nr. crt", "nr/ord", "nr. ord.", "nr. d/o", "numero", "n.", "№", "№ п/п", "номер", "codice"], []),
        (PlanColumn.SubAction, ["sub_activity", "sub-action", "subaction"], ["subactiun", "sottoazion", "поддейств", "sub-activit"]),
        (PlanColumn.CostThousand, ["costs_thousand"], []),
        (PlanColumn.Cost, ["cost_as_written"], ["cost", "стоимост", "затрат", "расход", "resurse", "budget", "buget", "risorse"]),
        (PlanColumn.Funding, ["funding_source"], ["sursa de finant", "surse de finant", "funding", "источник финанс", "fonte di finanz", "finanziament"]),
        (PlanColumn.Deadline, ["deadline_as_written"], ["deadline", "termen", "срок", "scadenza", "tempi", "due date", "timeframe"]),
        (PlanColumn.Indicators, ["progress_indicators"], ["indicator", "показател", "indicatori", "индикатор"]),
        (PlanColumn.CoImplementers, [], ["coexecut", "co-implement", "соисполнит", "co-executor"]),
        (PlanColumn.Partners, ["partners"], ["parten", "партн", "partner", "collaborazione"]),
        (PlanColumn.Lead, ["responsible_institutions"], ["responsab", "responsib", "ответственн", "исполнител", "lead", "institutia"]),
        (PlanColumn.Objective, ["objective"], ["obiectiv", "задача", "цель", "obiettivo", "objective"]),
        (PlanColumn.Action, ["action"], ["actiun", "activitat", "действи", "мероприят", "azione", "attivita", "activity", "measure", "action"]),
    ];

    private static readonly Words[] Folded = [.. Vocabulary.Select(v => new Words(v.Column, [.. v.Exact.Select(w => SearchText.Fold(w))], [.. v.Contained.Select(w => SearchText.Fold(w))]))];

    /// <summary>The most likely meaning of each header; Ignore where none fits or the meaning is taken.</summary>
    public static IReadOnlyList<PlanColumn> Guess(IReadOnlyList<string> headers)
    {
        var folded = headers.Select(h => SearchText.Fold(h)).ToList();
        var guess = new PlanColumn[headers.Count];
        Take((header, meaning) => meaning.Exact.Contains(header));
        Take((header, meaning) => Place(header, meaning) is >= 0 and var place && !Array.Exists(Folded, other => Place(header, other) is >= 0 and var earlier && earlier < place));
        Take((header, meaning) => Place(header, meaning) >= 0);

        void Take(Func<string, Words, bool> fits)
        {
            foreach (var meaning in Folded.Where(m => !guess.Contains(m.Column)))
            {
                for (var i = 0; i < guess.Length; i++)
                {
                    if (guess[i] != PlanColumn.Ignore || !fits(folded[i], meaning)) continue;
                    guess[i] = meaning.Column;
                    break;
                }
            }
        }

        return guess;
    }

    /// <summary>Where the first word of a meaning stands in a header; below 0 where none does. Headers with "_" are names of another program, taken whole or not at all.</summary>
    private static int Place(string header, Words meaning) =>
        header.Contains('_', StringComparison.Ordinal) ? -1
        : meaning.Contained.Select(w => header.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private sealed record Words(PlanColumn Column, string[] Exact, string[] Contained);

    /// <summary>What a layout is remembered by: its folded headers in their order.</summary>
    public static string LayoutKey(IReadOnlyList<string> headers) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001f', headers.Select(h => SearchText.Fold(h))))));
}
