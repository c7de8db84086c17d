// What a column of a plan's table can mean, and how its header is recognised in English, Romanian, Russian and Italian.
namespace CommunicationStrategy.ActionPlan.Domain.Imports;

/// <summary>The meaning of a column. Ignore keeps the cell's text with the activity, but reads nothing from it.</summary>
public enum PlanColumn
{
    Ignore, Number, ObjectiveNumber, Objective, Action, SubAction, Deadline, Cost, CostThousand, Funding, Lead, CoImplementers, Partners, Indicators,
}

internal static class ColumnGuess
{
    // In order: the first meaning whose words are found and which is still free takes the column.
    private static readonly (PlanColumn Column, string[] Exact, string[] Contained)[] Vocabulary =
    [
        (PlanColumn.ObjectiveNumber, ["objective no", "objective_no", "nr. obiectiv", "nr obiectiv", "no. obiettivo", "№ задачи", "№ цели", "objective no."], []),
        (PlanColumn.Number, ["number", "no", "no.", "nr", "nr.", "nr. crt.", "nr. crt", "nr/ord", "nr. d/o", "numero", "n.", "№", "№ п/п", "номер", "codice"], []),
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

    /// <summary>The most likely meaning of each header; Ignore where none fits or the meaning is taken.</summary>
    public static IReadOnlyList<PlanColumn> Guess(IReadOnlyList<string> headers)
    {
        var folded = headers.Select(h => SearchText.Fold(h)).ToList();
        var guess = new PlanColumn[headers.Count];
        foreach (var exact in new[] { true, false })
        {
            foreach (var (column, exactWords, contained) in Vocabulary)
            {
                if (guess.Contains(column)) continue;
                var at = folded.FindIndex(h => guess[folded.IndexOf(h)] == PlanColumn.Ignore
                    && (exact ? exactWords.Any(w => SearchText.Fold(w) == h) : contained.Any(w => h.Contains(SearchText.Fold(w), StringComparison.Ordinal) && !h.Contains('_', StringComparison.Ordinal))));
                if (at >= 0) guess[at] = column;
            }
        }

        return guess;
    }

    /// <summary>What a layout is remembered by: its folded headers in their order.</summary>
    public static string LayoutKey(IReadOnlyList<string> headers) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001f', headers.Select(h => SearchText.Fold(h))))));
}
