// One number beside several sub-actions, as a merged cell of a document has it: each sub-action gets a number of its own.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain.Imports;

internal static partial class SubActionNumbers
{
    /// <summary>Row to number, for neighbours that share number and action and differ in their sub-action.</summary>
    public static IReadOnlyDictionary<int, string> Of(IReadOnlyList<ImportedRow> rows, IReadOnlyList<PlanColumn> columns)
    {
        var numbers = new Dictionary<int, string>();
        var (number, action, sub) = (At(PlanColumn.Number), At(PlanColumn.Action), At(PlanColumn.SubAction));
        if (number < 0 || action < 0 || sub < 0) return numbers;

        for (var from = 0; from < rows.Count;)
        {
            var to = from + 1;
            while (to < rows.Count && Shares(rows[from], rows[to])) to++;
            if (to - from > 1)
            {
                for (var i = from; i < to; i++) numbers[i] = Number(Cell(rows[i], number).TrimEnd('.'), Cell(rows[i], sub), i - from + 1);
            }

            from = to;
        }

        return numbers;

        int At(PlanColumn column) => columns.ToList().IndexOf(column);

        bool Shares(ImportedRow one, ImportedRow other) =>
            Cell(one, number).Length > 0 && Cell(one, number) == Cell(other, number) && Cell(one, action) == Cell(other, action)
            && Cell(one, sub).Length > 0 && Cell(other, sub).Length > 0 && Cell(one, sub) != Cell(other, sub);
    }

    /// <summary>The sub-action's own label where it has one ("1.2.", "a)"), else its place, in the form of public plans: "63.(8)".</summary>
    private static string Number(string number, string subAction, int place)
    {
        var label = Label().Match(subAction).Groups["label"].Value.TrimEnd('.');
        if (label.StartsWith(number + ".", StringComparison.Ordinal)) return label;
        return label.EndsWith(')') ? $"{number}.{label}" : string.Create(CultureInfo.InvariantCulture, $"{number}.({place})");
    }

    private static string Cell(ImportedRow row, int column) => column < row.Cells.Count ? row.Cells[column].Trim() : "";

    [GeneratedRegex(@"^(?<label>[0-9]{1,3}(\.[0-9]{1,3})+\.?|[0-9]{1,2}\)|[a-zа-я]\))\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
